/**
 * Cuts a build short at a moment drawn by chance: something throws in the middle of it, as where the disk is full, or the
 * process that builds is killed. For same-as-clean.ts, which then looks whether the next build puts it right.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Draws } from "../bench/draws.ts";
import type { SiteBuilder } from "../building/build-site.ts";
import { PageStore } from "../building/page-store.ts";
import { PROJECT } from "../templating/environment.ts";
import type { EditedCouncil } from "./edited-council.ts";

/** Builds and is cut short; says in words where. */
export async function buildCutShort(
  council: EditedCouncil,
  builder: SiteBuilder,
  draws: Draws,
  kills: boolean,
): Promise<string> {
  const how = draws.pick(kills ? ["step", "store", "tree", "kill", "kill", "kill"] : ["step", "store", "tree"]);
  if (how === "kill") return killed(council, draws.whole(150, 1500));
  const after = how === "step" ? draws.whole(1, 2) : draws.whole(0, how === "tree" ? 30 : 12);
  let left = after;
  const count = () => {
    left -= 1;
    if (left < 0) throw new Error("cut short");
  };
  const { put, placeOf } = PageStore.prototype;
  if (how === "store")
    PageStore.prototype.put = function (key, content) {
      count();
      return put.call(this, key, content);
    };
  const step = (name: string) => {
    if (how === "step") count();
    if (how === "tree" && name === "Publishing")
      PageStore.prototype.placeOf = function (key) {
        count();
        return placeOf.call(this, key);
      };
  };
  try {
    await builder.build(step);
    return "a build that had nothing to be cut short in";
  } catch {
    return `a build that was cut short (${how} ${after})`;
  } finally {
    Object.assign(PageStore.prototype, { put, placeOf });
  }
}

/** Builds in a process of its own, which is killed after so many milliseconds. */
function killed({ root, out, audience, now }: EditedCouncil, after: number): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(PROJECT, "scripts/edits/build-once.ts"), JSON.stringify({ root, out, audience, now })],
    { stdio: "ignore" },
  );
  const timer = setTimeout(() => child.kill("SIGKILL"), after);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (_, signal) => {
      clearTimeout(timer);
      resolve(signal ? `a build that was killed after ${after} ms` : "a build that ended before it was killed");
    });
  });
}
