/**
 * Keeps two builds to one place apart. A lock names the process that holds it by its id and when it was started, so that one
 * left by a process that was killed is known for what it is, whatever the clock says. Used by publishTrees.
 */
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { codeOf, type Disk, isLinkRefused } from "./disk.ts";
import type { Told } from "./tree-state.ts";

/** The process that holds a lock, and where it runs: ids mean nothing on another machine or in another container. */
interface Holder {
  readonly pid: number;
  /** When it was started, in the kernel's own count; null where the system does not say. */
  readonly started: string | null;
  readonly machine: string;
  /** This run of the machine; null where the system does not say. */
  readonly boot: string | null;
  /** The container's own count of processes; null where the system has none. */
  readonly processes: string | null;
}

/** How often a lock that is held is looked at again, in milliseconds. */
const LOOK = 100;

/** The locks that this process holds now: another with its name on it was left when it could not be deleted. */
const HELD = new Set<string>();

export interface Lock {
  /** Refuses where another process took it for a dead one's, which it never should. */
  readonly refuseIfLost: () => void;
  readonly release: () => void;
}

/**
 * Takes the lock at `path`, waiting up to `patience` milliseconds, with a line, for a build that runs. Takes over what a dead
 * process left. Refuses where the other goes on, or where nobody can tell whether it does.
 */
export async function takeLock(path: string, patience: number, disk: Disk, told: Told): Promise<Lock> {
  const mine = JSON.stringify(holderNow());
  const until = performance.now() + patience;
  for (let hasTold = false; ; ) {
    if (tryLock(path, mine, disk)) {
      HELD.add(path);
      sweep(path, disk);
      return { refuseIfLost: () => refuseIfLost(path, mine, disk), release: () => release(path, mine, disk) };
    }
    const held = readLock(path, disk);
    if (held === null) continue;
    const holder = holderIn(held);
    const life = !holder || (held === mine && !HELD.has(path)) ? "dead" : lifeOf(holder);
    if (life === "dead") {
      // A lock just being written looks like one that was cut short, so it gets another look.
      if (!holder) await pause(LOOK);
      if (readLock(path, disk) === held) takeAway(path, held, disk);
      continue;
    }
    if (life === "unknown" || performance.now() > until) throw refusal(path, life, holder);
    if (!hasTold) told("Another build to the same place is running; waiting for it.");
    hasTold = true;
    await pause(LOOK);
  }
}

function refusal(path: string, life: "alive" | "unknown", holder: Holder | null): Refusal {
  return new Refusal(
    life === "alive"
      ? `Another build to the same place is still running (process ${holder?.pid}), so nothing was published by this one. Wait until it has ended, and build again.`
      : `Another build to the same place was begun on ${holder?.machine} and may still be running there, so nothing was published by this one. If none is running, delete ${path} and build again.`,
  );
}

/** Makes the lock with its words in it in one step; false where there is one. */
function tryLock(path: string, mine: string, disk: Disk): boolean {
  const own = `${path}.${process.pid}`;
  disk.writeFileSync(own, mine);
  try {
    disk.linkSync(own, path);
    return true;
  } catch (error) {
    // Who holds the lock may have swept what this one was about to become.
    if (["EEXIST", "ENOENT"].includes(codeOf(error))) return false;
    if (!isLinkRefused(error)) throw error;
    return tryLockWithoutLinks(path, mine, disk);
  } finally {
    disk.rmSync(own, { force: true });
  }
}

function tryLockWithoutLinks(path: string, mine: string, disk: Disk): boolean {
  try {
    disk.writeFileSync(path, mine, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Takes away what processes left that were killed while they took the lock. */
function sweep(path: string, disk: Disk): void {
  for (const name of disk.readdirSync(dirname(path)))
    if (name.startsWith(`${basename(path)}.`)) disk.rmSync(join(dirname(path), name), { force: true });
}

function refuseIfLost(path: string, mine: string, disk: Disk): void {
  if (readLock(path, disk) !== mine)
    throw new Refusal(`Another build to the same place has begun, so nothing was published by this one. Build again.`);
}

function release(path: string, mine: string, disk: Disk): void {
  HELD.delete(path);
  try {
    if (readLock(path, disk) === mine) disk.rmSync(path, { force: true });
  } catch {
    // Left there, it is known for a dead one's by the next build, which has more to say of this disk than we.
  }
}

/** Takes away a dead process's lock, and only that: another may have taken it over since it was read. */
function takeAway(path: string, held: string, disk: Disk): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    disk.renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (readLock(aside, disk) !== held && !disk.existsSync(path)) disk.renameSync(aside, path);
  else disk.rmSync(aside, { force: true });
}

function readLock(path: string, disk: Disk): string | null {
  try {
    return disk.readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function holderIn(words: string): Holder | null {
  try {
    const holder = JSON.parse(words) as Holder;
    return Number.isInteger(holder.pid) && typeof holder.machine === "string" ? holder : null;
  } catch {
    return null;
  }
}

function lifeOf(holder: Holder): "alive" | "dead" | "unknown" {
  const here = holderNow();
  if (holder.machine !== here.machine) return "unknown";
  if (holder.boot !== here.boot) return "dead";
  if (holder.processes !== here.processes) return "unknown";
  if (holder.started !== null) return startOf(holder.pid) === holder.started ? "alive" : "dead";
  try {
    process.kill(holder.pid, 0);
    return "alive";
  } catch (error) {
    return codeOf(error) === "ESRCH" ? "dead" : "alive";
  }
}

function holderNow(): Holder {
  return {
    pid: process.pid,
    started: startOf(process.pid),
    machine: hostname(),
    boot: quietly(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    processes: quietly(() => readlinkSync("/proc/self/ns/pid")),
  };
}

/** When a process was started, by the kernel's count since the machine was; null where there is none, or no such count. */
function startOf(pid: number): string | null {
  // The name of the program comes first, in brackets, and may hold anything.
  const after = quietly(() => readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, ""));
  const fields = after?.trim().split(" ");
  // A process that has ended and that nobody has asked after yet is as dead as one that is gone.
  return fields?.[0] === "Z" || fields?.[0] === "X" ? null : (fields?.[19] ?? null);
}

function quietly<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
