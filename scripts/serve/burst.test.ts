import { describe, expect, it } from "vitest";
import { Burst, type Changed } from "./burst.ts";

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A burst whose work takes `takes` milliseconds, with what each time it was done for. */
function burst(takes = 0) {
  const done: (string[] | null)[] = [];
  let running = 0;
  let most = 0;
  const gathered = new Burst(async (changed: Changed) => {
    running += 1;
    most = Math.max(most, running);
    done.push(changed && [...changed].sort());
    await later(takes);
    running -= 1;
  });
  return { gathered, done, most: () => most };
}

describe("a burst of changes", () => {
  it("of one save is followed at once", async () => {
    const { gathered, done } = burst();
    gathered.add(["a"]);
    await later(100);
    expect(done).toEqual([["a"]]);
  });

  it("of 500 saves is followed by one build of all of them", async () => {
    const { gathered, done } = burst();
    for (let at = 0; at < 500; at++) {
      gathered.add([`file ${at}`]);
      if (at % 10 === 0) await later(15);
    }
    await expect.poll(() => done.length, { timeout: 2000 }).toBe(1);
    expect(done[0]).toHaveLength(500);
  });

  it("that never ends is followed after a second all the same", async () => {
    const { gathered, done } = burst();
    for (let at = 0; at < 70; at++) {
      gathered.add(["log"]);
      await later(20);
    }
    expect(done.length).toBeGreaterThanOrEqual(1);
    expect(done.length).toBeLessThanOrEqual(2);
    await gathered.close();
  });

  it("is followed once more where it goes on during a build, and never by two builds at once", async () => {
    const { gathered, done, most } = burst(150);
    gathered.add(["a"]);
    await later(80);
    gathered.add(["b"]);
    gathered.add(["c"]);
    await gathered.now(["d"]);
    expect(done).toEqual([["a"], ["b", "c", "d"]]);
    expect(most()).toBe(1);
  });

  it("of which some was lost is followed by a look at everything", async () => {
    const { gathered, done } = burst();
    gathered.add(["a"]);
    gathered.add(null);
    gathered.add(["b"]);
    await gathered.now();
    expect(done).toEqual([null]);
  });

  it("is followed by nothing once it is closed", async () => {
    const { gathered, done } = burst();
    gathered.add(["a"]);
    await gathered.close();
    gathered.add(["b"]);
    await later(60);
    expect(done).toEqual([]);
  });
});
