import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../model/refusal.ts";
import { restrictedFolder } from "./restricted-folder.ts";

describe("the restricted folder", () => {
  let base: string;
  let root: string;
  const folder = (...path: string[]) => {
    const made = join(base, ...path);
    mkdirSync(made, { recursive: true });
    return made;
  };
  const refusal = (dir: string, council = root): Refusal => {
    try {
      restrictedFolder(council, dir);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect((error as Refusal).exitStatus).toBe(2);
      return error as Refusal;
    }
    throw new Error("It was not refused");
  };

  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), "clear-days-apart-")));
    root = folder("repository", "council");
    folder("repository", ".git");
    folder("repository", "council", "content");
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it("is known by its real path", () => {
    const dir = folder("safe");
    symlinkSync(dir, join(base, "way-to-it"));
    expect(restrictedFolder(root, join(base, "way-to-it"))).toBe(dir);
  });

  it("may have the beginning of its name in common with the council's folder", () => {
    expect(restrictedFolder(root, folder("repository-restricted"))).toBe(join(base, "repository-restricted"));
  });

  it("must be there", () => {
    expect(refusal(join(base, "nowhere")).message).toContain("There is no folder");
  });

  it("must be a folder", () => {
    writeFileSync(join(base, "paper.md"), "");
    expect(refusal(join(base, "paper.md")).message).toContain("is a file");
  });

  it("is not the council's folder, nor inside it", () => {
    expect(refusal(root).message).toContain("inside the council's folder");
    expect(refusal(folder("repository", "council", "restricted")).message).toContain("inside the council's folder");
  });

  it("is not elsewhere in the repository that holds the council's folder", () => {
    expect(refusal(folder("repository", "restricted")).message).toContain("the repository that holds");
  });

  it("is not in the repository where .git is a file, as in a second work tree", () => {
    rmSync(join(base, "repository/.git"), { recursive: true });
    writeFileSync(join(base, "repository/.git"), "gitdir: elsewhere\n");
    expect(refusal(folder("repository", "restricted")).message).toContain("the repository that holds");
  });

  it("does not get round that by a link outside that leads back in", () => {
    symlinkSync(folder("repository", "restricted"), join(base, "outside"));
    expect(refusal(join(base, "outside")).message).toContain("the repository that holds");
  });

  it("does not get round that where the council's folder is itself reached by a link", () => {
    symlinkSync(root, join(base, "council-link"));
    expect(refusal(folder("repository", "council", "x"), join(base, "council-link")).message).toContain(
      "inside the council's folder",
    );
  });

  it("does not hold the council's folder", () => {
    expect(refusal(base).message).toContain("The council's folder lies inside");
  });

  describe("where a link in the council's folder", () => {
    const link = (target: string, ...at: string[]) => {
      mkdirSync(join(root, ...at.slice(0, -1)), { recursive: true });
      symlinkSync(target, join(root, ...at));
    };

    it("leads to it, is refused", () => {
      link(folder("safe"), "content", "meetings", "papers");
      expect(refusal(join(base, "safe")).message).toContain(
        "content/meetings/papers in the council's folder is a link",
      );
    });

    it("leads into it, is refused", () => {
      link(folder("safe", "content"), "content", "papers");
      expect(refusal(join(base, "safe")).message).toContain("is a link");
    });

    it("leads to one of its files, is refused", () => {
      writeFileSync(join(folder("safe"), "paper.md"), "");
      link(join(base, "safe/paper.md"), "content", "paper.md");
      expect(refusal(join(base, "safe")).message).toContain("is a link");
    });

    it("leads to a folder above it, is refused", () => {
      folder("shared", "safe");
      link(join(base, "shared"), "content", "shared");
      expect(refusal(join(base, "shared/safe")).message).toContain("is a link");
    });

    it("leads to it by way of another link, is refused", () => {
      symlinkSync(folder("safe"), join(base, "by-way-of"));
      link(join(base, "by-way-of"), "content", "papers");
      expect(refusal(join(base, "safe")).message).toContain("is a link");
    });

    it("leads to it under the name of what is passed over, is refused", () => {
      link(folder("safe"), "_site");
      expect(refusal(join(base, "safe")).message).toContain("_site in the council's folder is a link");
    });

    it("leads nowhere, or somewhere else, is nothing to it", () => {
      link(join(base, "gone"), "content", "gone");
      link(folder("elsewhere"), "content", "elsewhere");
      link("round", "content", "round");
      expect(restrictedFolder(root, folder("safe"))).toBe(join(base, "safe"));
    });

    it("stands in a folder that is no content, is not looked for", () => {
      link(folder("safe"), "node_modules", "package");
      expect(restrictedFolder(root, join(base, "safe"))).toBe(join(base, "safe"));
    });

    it("stands deeper in under such a name, is refused", () => {
      link(folder("safe"), "content", "node_modules", "package");
      expect(refusal(join(base, "safe")).message).toContain("is a link");
    });
  });
});
