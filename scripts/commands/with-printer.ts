/** What prints for a command: a browser of this machine, started when it is first wanted, or those that run already. */
import type { Printer } from "../printing/printer.ts";

/** What a command that prints takes. */
export const PRINTS = { browser: { type: "string", multiple: true } } as const;

interface Prints {
  readonly browser?: readonly string[] | undefined;
}

/** Opens it. Whoever does closes it. */
export async function openPrinter({ browser }: Prints): Promise<Printer> {
  const { Printer: Opened } = await import("../printing/printer.ts");
  return new Opened({ endpoints: browser });
}

/** Does `work` with it, and closes what was started, whatever happens. */
export async function withPrinter<Result>(asked: Prints, work: (printer: Printer) => Promise<Result>): Promise<Result> {
  const printer = await openPrinter(asked);
  try {
    return await work(printer);
  } finally {
    await printer.close();
  }
}
