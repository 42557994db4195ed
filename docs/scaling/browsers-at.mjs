// Asks each browser of a pool for the address that printing takes: node browsers-at.mjs HOST:PORT …
// Prints `--browser ADDRESS` for every one that answers. A name that stands for several machines is asked at each.
import { lookup } from "node:dns/promises";

const found = [];
for (const named of process.argv.slice(2)) {
  const [host, port = "9222"] = named.split(":");
  for (const { address } of await lookup(host, { all: true, family: 4 }).catch(() => [])) {
    try {
      const asked = await fetch(`http://${address}:${port}/json/version`, { signal: AbortSignal.timeout(5000) });
      found.push((await asked.json()).webSocketDebuggerUrl);
    } catch {
      process.stderr.write(`No browser answers at ${address}:${port}.\n`);
    }
  }
}
if (found.length === 0) process.exit(1);
process.stdout.write(`${found.map((address) => `--browser ${address}`).join(" ")}\n`);
