import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../model/refusal.ts";
import type { Make } from "./bring-up-to-date.ts";
import { checkTree } from "./check-tree.ts";
import type { Disk } from "./disk.ts";
import {
  emptyRoot,
  type MadeUpSite,
  makerOf,
  NOON,
  textsOf,
  textsUnder,
  UNFLUSHED,
  wantedOf,
} from "./made-up-trees.ts";
import { treeName } from "./served-link.ts";
import { copyInto, writeInto } from "./tree-files.ts";
import { publishTrees } from "./trees.ts";

let place: ReturnType<typeof emptyRoot>;
beforeEach(() => {
  place = emptyRoot();
});
afterEach(() => place.remove());

const OLD: MadeUpSite = {
  march: { "march/index.html": "March", "march/pack.pdf": "pack" },
  june: {
    "june/index.html": "June",
    "june/withdrawn/index.html": "Since withdrawn",
    "june/notes.txt": "Since corrected",
  },
  about: { "about/index.html": "About" },
};
const NEW: MadeUpSite = {
  march: OLD.march ?? {},
  june: { "june/index.html": "June", "june/notes.txt": "Corrected" },
  july: { "july/index.html": "July", "july/pack.pdf": "pack" },
};

const lines: string[] = [];
const put = (site: MadeUpSite, disk: Disk = UNFLUSHED, now = NOON) => {
  lines.length = 0;
  const told = (line: string) => void lines.push(line);
  return publishTrees(wantedOf(site, now), makerOf(site, disk), place.root, place.out, { disk, told, patience: 300 });
};
const treesThere = () => readdirSync(place.trees).filter((name) => /-[ab]$/.test(name));
const everyTree = () => treesThere().map((name) => textsUnder(join(place.trees, name)));
const faults = () => treesThere().flatMap((name) => checkTree(join(place.trees, name)));

/** What an act on the disk throws, as Node throws it. */
function diskError(code: string, path: unknown): Error {
  return Object.assign(new Error(`${code}: made up, '${String(path)}'`), { code, path });
}

/** Acts that ask and change nothing. */
const ASKING = [
  "existsSync",
  "lstatSync",
  "readdirSync",
  "readFileSync",
  "readlinkSync",
  "realpathSync",
  "closeSync",
  "openSync",
];

/** The disk, whose act number `at` and all after it fail with `code`, if they would write; with a count of those. */
function failingDisk(code: string, at: number): { disk: Disk; acts: () => number } {
  let acts = 0;
  const failing = Object.entries(UNFLUSHED).map(([name, act]) => [
    name,
    (...given: unknown[]) => {
      // A full disk refuses what needs room, and lets go of what is deleted.
      const isRefused = !ASKING.includes(name) && !(code === "ENOSPC" && /^(rm|unlink|fsync|syncAll)/.test(name));
      if (isRefused && typeof act === "function" && acts++ >= at) throw diskError(code, given[0]);
      return (act as (...all: unknown[]) => unknown)(...given);
    },
  ]);
  return { disk: { ...UNFLUSHED, ...(Object.fromEntries(failing) as Partial<Disk>) }, acts: () => acts };
}

describe.each(["ENOSPC", "EACCES"])("a disk that answers %s", (code) => {
  it("at any act leaves the old site or the new one, whole, says so in words, and the next build puts it right", async () => {
    await put(OLD);
    const { disk, acts } = failingDisk(code, Number.POSITIVE_INFINITY);
    await put(NEW, disk);
    const all = acts();
    expect(all).toBeGreaterThan(20);
    const stood = { old: 0, new: 0 };
    for (let at = 0; at < all; at++) {
      await put(OLD);
      const error = await put(NEW, failingDisk(code, at).disk).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      const now = textsUnder(place.out);
      const isNew = now.get("july/index.html") === "July";
      expect(now, `act ${at}`).toEqual(textsOf(isNew ? NEW : OLD));
      stood[isNew ? "new" : "old"] += 1;
      // The last acts only tidy up after what was done.
      if (error === null) expect(isNew).toBe(true);
      else {
        expect(error, `act ${at}: ${error}`).toBeInstanceOf(Refusal);
        const { message } = error as Refusal;
        expect(message).toContain(code === "ENOSPC" ? "the disk is full" : "may not write there");
        expect(message).toContain(isNew ? "The new site is public" : "What was public is still public.");
        expect(message).toMatch(/(Make room|Give the user).*build again\.$/);
      }
      await put(NEW);
      expect(everyTree(), `after act ${at}`).toEqual([textsOf(NEW), textsOf(NEW)]);
      expect(faults()).toEqual([]);
    }
    expect(Math.min(stood.old, stood.new)).toBeGreaterThan(3);
  });
});

describe("a full disk", () => {
  it("after the switch keeps no withdrawn word, since what goes is deleted first", async () => {
    await put(OLD);
    await put(OLD);
    let isTurned = false;
    const disk: Disk = {
      ...UNFLUSHED,
      renameSync: (from, to) => {
        UNFLUSHED.renameSync(from, to);
        isTurned ||= to === place.out;
      },
      linkSync: (from, to) => {
        if (isTurned) throw diskError("ENOSPC", to);
        UNFLUSHED.linkSync(from, to);
      },
    };
    await expect(put(NEW, disk)).rejects.toThrow("the disk is full");
    for (const texts of everyTree()) expect([...texts.values()].join(" ")).not.toContain("Since");
  });
});

describe("withdrawn papers", () => {
  it("go from the disk with the next build, where the last was cut short right after the switch", async () => {
    await put(OLD);
    await put(OLD);
    const disk: Disk = {
      ...UNFLUSHED,
      renameSync: (from, to) => {
        UNFLUSHED.renameSync(from, to);
        if (to === place.out) throw new Error("cut short");
      },
    };
    await expect(put(NEW, disk)).rejects.toThrow("cut short");
    expect(
      everyTree()
        .map((texts) => texts.has("june/withdrawn/index.html"))
        .sort(),
    ).toEqual([false, true]);
    await put(NEW);
    expect(everyTree()).toEqual([textsOf(NEW), textsOf(NEW)]);
  });

  it("go from both trees where the link was deleted by hand, or leads to a real folder now", async () => {
    await put(OLD);
    unlinkSync(place.out);
    await put(NEW);
    expect(everyTree()).toEqual([textsOf(NEW), textsOf(NEW)]);
    await put(OLD);
    unlinkSync(place.out);
    mkdirSync(place.out);
    await put(NEW);
    expect(textsUnder(place.out)).toEqual(textsOf(NEW));
    expect(everyTree()).toEqual([textsOf(NEW)]);
  });

  it("go from the trees of a council's folder that was renamed, when it is built again", async () => {
    await put(OLD);
    const renamed = `${place.root}-renamed`;
    renameSync(place.root, renamed);
    const out = join(renamed, "_site");
    await publishTrees(wantedOf(NEW), makerOf(NEW), renamed, out);
    expect(textsUnder(out)).toEqual(textsOf(NEW));
    const everything = readdirSync(join(renamed, ".cleardays"), { recursive: true, withFileTypes: true });
    const texts = everything
      .filter((each) => each.isFile())
      .map((each) => readFileSync(join(each.parentPath, each.name), "utf8"));
    rmSync(renamed, { recursive: true });
    expect(texts.filter((text) => text.includes("Since"))).toEqual([]);
  });
});

describe("two builds to one place", () => {
  /** A make that waits in the middle until it is let go on. */
  const held = (site: MadeUpSite) => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const make: Make = async (missing, tree) => {
      begun.resolve();
      await goOn.promise;
      await makerOf(site)(missing, tree);
    };
    return { make, begun: begun.promise, goOn: goOn.resolve };
  };

  it("come one after the other, the second with a line that says why it waits", async () => {
    const first = held(OLD);
    const one = publishTrees(wantedOf(OLD), first.make, place.root, place.out);
    await first.begun;
    const told: string[] = [];
    const two = publishTrees(wantedOf(NEW), makerOf(NEW), place.root, place.out, {
      told: (line) => {
        told.push(line);
        first.goOn();
      },
    });
    await one;
    await two;
    expect(told).toEqual(["Another build to the same place is running; waiting for it."]);
    expect(textsUnder(place.out)).toEqual(textsOf(NEW));
    expect(faults()).toEqual([]);
  });

  it("end in a refusal for the second where the first goes on", async () => {
    const first = held(OLD);
    const one = publishTrees(wantedOf(OLD), first.make, place.root, place.out);
    await first.begun;
    await expect(put(NEW)).rejects.toThrow(`Another build to the same place is still running (process ${process.pid})`);
    first.goOn();
    await one;
    expect(textsUnder(place.out)).toEqual(textsOf(OLD));
  });

  it("do not wait for each other where they go to two places", async () => {
    const first = held(OLD);
    const one = publishTrees(wantedOf(OLD), first.make, place.root, place.out);
    await first.begun;
    await publishTrees(wantedOf(NEW), makerOf(NEW), place.root, join(place.root, "other"), { patience: 0 });
    first.goOn();
    await one;
    expect(textsUnder(join(place.root, "other"))).toEqual(textsOf(NEW));
  });
});

describe("trees of a place that is gone", () => {
  it("are thrown away by the next build to any place, and those of other places stay", async () => {
    const elsewhere = (name: string, site: MadeUpSite) =>
      publishTrees(wantedOf(site), makerOf(site), place.root, join(place.root, name));
    await put(OLD);
    mkdirSync(join(place.root, "folder"));
    for (const name of ["link", "folder", "gone"]) await elsewhere(name, OLD);
    const before = treesThere().length;
    unlinkSync(join(place.root, "gone"));
    await put(OLD);
    expect(treesThere().filter((name) => name.startsWith("gone"))).toEqual([]);
    expect(treesThere().length).toBe(before - 2);
    for (const name of ["link", "folder"]) expect(textsUnder(join(place.root, name))).toEqual(textsOf(OLD));
  });

  it("are not taken for those of a folder that was renamed, copied, or is known by another path", async () => {
    await put(OLD);
    const preview = (root: string) =>
      publishTrees(wantedOf(NEW, NOON, "draft"), makerOf(NEW), root, join(root, "_preview"));
    const others = ["renamed", "linked", "copied"].map((name) => `${place.root}-${name}`);
    const [renamed = "", linked = "", copied = ""] = others;
    symlinkSync(place.root, linked);
    cpSync(place.root, copied, { recursive: true, verbatimSymlinks: true });
    for (const root of [linked, copied]) await preview(root);
    expect(textsUnder(place.out)).toEqual(textsOf(OLD));
    expect(textsUnder(join(copied, "_site"))).toEqual(textsOf(OLD));
    renameSync(place.root, renamed);
    await preview(renamed);
    const there = textsUnder(join(renamed, "_site"));
    for (const root of others) rmSync(root, { recursive: true, force: true });
    expect(there).toEqual(textsOf(OLD));
  });
});

describe("a lock that is left", () => {
  const lock = () => join(place.trees, `${treeName(place.out)}.lock`);
  const written = async () => {
    let words = "";
    const make: Make = async (missing, tree) => {
      words = readFileSync(lock(), "utf8");
      await makerOf(OLD)(missing, tree);
    };
    await publishTrees(wantedOf(OLD), make, place.root, place.out);
    return JSON.parse(words) as Record<string, unknown>;
  };

  it("by a process that has ended, or whose number another has now, is taken over", async () => {
    const mine = await written();
    expect(existsSync(lock())).toBe(false);
    for (const dead of [{ pid: 2 ** 22 + 1 }, { started: "1" }, { boot: "an earlier one" }, { boot: null }]) {
      writeFileSync(lock(), JSON.stringify({ ...mine, ...dead }));
      await put(NEW);
      expect(existsSync(lock())).toBe(false);
    }
  });

  it("with half its words, or none, is taken over", async () => {
    const mine = JSON.stringify(await written());
    for (const words of ["", mine.slice(0, 20), "null", "[]"]) {
      writeFileSync(lock(), words);
      await put(NEW);
    }
    expect(textsUnder(place.out)).toEqual(textsOf(NEW));
  });

  it("by another machine or container is refused, with the file to delete", async () => {
    const mine = await written();
    for (const elsewhere of [{ machine: `not-${hostname()}` }, { processes: "pid:[1]" }]) {
      writeFileSync(lock(), JSON.stringify({ ...mine, ...elsewhere }));
      await expect(put(NEW)).rejects.toThrow(`If none is running, delete ${lock()} and build again.`);
    }
    expect(textsUnder(place.out)).toEqual(textsOf(OLD));
  });
});

describe("a file system without links", () => {
  const refused = (path: unknown) => {
    throw diskError("EPERM", path);
  };

  it("gets a real folder, and is told so, and again with the next build", async () => {
    const disk: Disk = { ...UNFLUSHED, symlinkSync: (_, path) => refused(path), linkSync: (_, path) => refused(path) };
    for (const site of [OLD, NEW, NEW, OLD]) {
      expect(await put(site, disk)).toMatchObject({ isBehindLink: false });
      expect(lines.join()).toContain("is a real folder, so the site is copied into it file by file");
      expect(lstatSync(place.out).isDirectory()).toBe(true);
      expect(textsUnder(place.out)).toEqual(textsOf(site));
      expect(everyTree()).toEqual([textsOf(site)]);
    }
  });

  it("where only files cannot be linked has each tree its own copies", async () => {
    const disk: Disk = { ...UNFLUSHED, linkSync: (_, path) => refused(path) };
    for (const site of [OLD, NEW, OLD]) {
      await put(site, disk);
      expect(everyTree()).toEqual([textsOf(site), textsOf(site)]);
    }
    const inodes = treesThere().map((name) => statSync(join(place.trees, name, "june/index.html")).ino);
    expect(new Set(inodes).size).toBe(2);
  });
});

describe("a real folder", () => {
  it("into which copying was cut short is known for ours by the next build", async () => {
    mkdirSync(place.out);
    for (let at = 1; at < 6; at++) {
      let writes = 0;
      const disk: Disk = {
        ...UNFLUSHED,
        writeFileSync: (path, bytes, options) => {
          if (String(path).startsWith(place.out) && ++writes > at) throw diskError("ENOSPC", path);
          UNFLUSHED.writeFileSync(path, bytes, options);
        },
      };
      await expect(put(OLD, disk)).rejects.toThrow(`${place.out} may hold part of the new site and part of the old`);
    }
    await put(NEW);
    expect(textsUnder(place.out)).toEqual(textsOf(NEW));
  });
});

describe("a file of a tree", () => {
  it("is never written in place, since the other tree may share it", async () => {
    await put(OLD);
    const [one = "", two = ""] = treesThere().map((name) => join(place.trees, name));
    writeInto(one, "march/index.html", "Other words");
    expect(readFileSync(join(one, "march/index.html"), "utf8")).toBe("Other words");
    expect(readFileSync(join(two, "march/index.html"), "utf8")).toBe("March");
    copyInto(one, "about/index.html", join(two, "march/index.html"));
    expect(textsUnder(two)).toEqual(textsOf(OLD));
  });

  it("that was changed by hand is not copied to the other where links are refused", async () => {
    await put(OLD);
    for (const name of treesThere()) {
      rmSync(join(place.trees, name, "march/index.html"));
      writeFileSync(join(place.trees, name, "march/index.html"), "Edited");
    }
    const idle = treesThere().find((name) => !readlinkSync(place.out).endsWith(name)) ?? "";
    rmSync(join(place.trees, `${idle}.manifest`));
    const disk: Disk = {
      ...UNFLUSHED,
      linkSync: (_, path) => {
        throw diskError("EPERM", path);
      },
    };
    await put(OLD, disk);
    expect(textsUnder(place.out)).toEqual(textsOf(OLD));
  });
});

describe("a clock that is set back, or stands still", () => {
  it("makes no difference to what is published", async () => {
    for (const [site, now] of [
      [OLD, "2026-03-02T12:00"],
      [NEW, "1999-01-01T00:00"],
      [OLD, "1999-01-01T00:00"],
      [NEW, "2126-01-01T00:00"],
    ] as const) {
      await put(site, UNFLUSHED, now);
      expect(textsUnder(place.out)).toEqual(textsOf(site, now));
      expect(faults()).toEqual([]);
    }
  });
});

describe("what is noted of a tree", () => {
  const notes = () => treesThere().map((name) => join(place.trees, `${name}.manifest`));
  const THROWN = /cannot be relied on/;

  it("is not believed where any region of it was cut off or changed", async () => {
    await put(OLD);
    const [note = ""] = notes();
    const bytes = readFileSync(note);
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      for (const spoilt of [
        bytes.subarray(0, at),
        Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 1]), bytes.subarray(at + 1)]),
        Buffer.concat([bytes.subarray(0, at), Buffer.from("\n\tx"), bytes.subarray(at)]),
      ]) {
        for (const each of notes()) writeFileSync(each, spoilt);
        await put(OLD);
        expect(lines.join(), `byte ${at}`).toMatch(THROWN);
        expect(everyTree()).toEqual([textsOf(OLD), textsOf(OLD)]);
        expect(faults()).toEqual([]);
      }
    }
  });

  it("is not believed where it is of another tree, another audience or another format", async () => {
    await put(OLD);
    const [one = "", two = ""] = notes();
    const [first, second] = [readFileSync(one), readFileSync(two)];
    writeFileSync(one, second);
    writeFileSync(two, first);
    await put(OLD);
    expect(lines.join()).toMatch(THROWN);
    for (const each of notes()) {
      const lines = readFileSync(each, "utf8").replace("tree 1", "tree 2").split("\n").slice(0, -2);
      const body = `${lines.join("\n")}\n`;
      writeFileSync(each, `${body}end\t${crc32(body).toString(16).padStart(8, "0")}\n`);
    }
    await put(OLD);
    expect(lines.join()).toMatch(THROWN);
    expect(everyTree()).toEqual([textsOf(OLD), textsOf(OLD)]);
  });

  it("is not believed where its tree is gone, and a tree without a note is made anew", async () => {
    await put(OLD);
    const idle = treesThere().find((name) => !readlinkSync(place.out).endsWith(name)) ?? "";
    rmSync(join(place.trees, idle), { recursive: true });
    await put(OLD);
    expect(lines.join()).toMatch(THROWN);
    for (const each of notes()) rmSync(each);
    writeFileSync(join(place.trees, idle, "stranger.html"), "x");
    await put(OLD);
    expect(lines.join()).toMatch(THROWN);
    expect(everyTree()).toEqual([textsOf(OLD), textsOf(OLD)]);
  });

  it("of a preview is not taken for that of a public site, where the link was deleted in between", async () => {
    await put(OLD);
    unlinkSync(place.out);
    await publishTrees(wantedOf(OLD, NOON, "draft"), makerOf(OLD), place.root, place.out, {
      told: (line) => lines.push(line),
    });
    expect(lines.join()).toMatch(THROWN);
    expect(everyTree()).toEqual(treesThere().map(() => textsOf(OLD, NOON, "draft")));
    await expect(put(OLD)).rejects.toThrow("is a preview with drafts");
  });
});

describe("a tree that somebody wrote in", () => {
  it("is found by its check, and made anew where nothing is to be trusted", async () => {
    await put(OLD);
    const served = join(place.trees, readlinkSync(place.out).split("/").at(-1) ?? "");
    writeFileSync(join(served, "march/index.html"), "Edited");
    truncateSync(join(served, "march/pack.pdf"));
    rmSync(join(served, "about/index.html"));
    writeFileSync(join(served, "extra.html"), "x");
    expect(
      checkTree(served)
        .map(({ path, what }) => `${path} ${what}`)
        .sort(),
    ).toEqual([
      "about/index.html missing",
      "extra.html stranger",
      "march/index.html changed",
      "march/pack.pdf changed",
    ]);
    await publishTrees(wantedOf(OLD), makerOf(OLD), place.root, place.out, { isFresh: true });
    expect(everyTree()).toEqual([textsOf(OLD), textsOf(OLD)]);
    expect(faults()).toEqual([]);
  });

  it("gives nothing that is missing in it to the other", async () => {
    await put(OLD);
    for (const name of treesThere()) rmSync(join(place.trees, name, "march/index.html"));
    const idle = treesThere().find((name) => !readlinkSync(place.out).endsWith(name)) ?? "";
    rmSync(join(place.trees, `${idle}.manifest`));
    await put(OLD);
    expect(textsUnder(place.out)).toEqual(textsOf(OLD));
  });
});

describe("a place that is not ours", () => {
  it("is never written over: a folder with files, a file, a link to somebody's folder", async () => {
    mkdirSync(place.out);
    writeFileSync(join(place.out, "beach.jpg"), "sea");
    await expect(put(OLD)).rejects.toThrow("did not write");
    symlinkSync(place.out, join(place.root, "link"));
    const toLink = publishTrees(wantedOf(OLD), makerOf(OLD), place.root, join(place.root, "link"));
    await expect(toLink).rejects.toThrow("did not write");
    expect(textsUnder(place.out)).toEqual(new Map([["beach.jpg", "sea"]]));
    writeFileSync(join(place.root, "file"), "x");
    const toFile = publishTrees(wantedOf(OLD), makerOf(OLD), place.root, join(place.root, "file"));
    await expect(toFile).rejects.toThrow("did not write");
  });
});
