/** Every kind of issuing, carried out on a tiny council and looked at as the public would. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { publicCouncil } from "../scripts/access/admit-issued.ts";
import { followUpsFrom, publicBusiness } from "../scripts/access/follow-ups.ts";
import { buildPreview, buildPublicSite } from "../scripts/build.ts";
import { checkCouncil } from "../scripts/check/check.ts";
import { councilWith, type Edit, JUNE, MARCH, makeEdit } from "../scripts/examples/councils.ts";
import { issue } from "../scripts/issue.ts";
import type { Asked, Issued } from "../scripts/issuing/issued.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { appendSnapshot } from "../scripts/record/append-snapshot.ts";
import { filesUnder } from "../scripts/restricted/files-under.ts";
import { verify } from "../scripts/verify.ts";
import { readPack } from "./pack-checks.ts";

const printer = new Printer();
afterAll(() => printer.close());

const PANEL = "2026-03-02-panel";
const NEXT = "2026-06-01-panel";
/** In time for 1 June; late for it. */
const WEDNESDAY = "2026-05-20T10:00";
const FRIDAY = "2026-05-22T16:50";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

function council(...edits: Edit[]) {
  const { root, remove } = councilWith(...edits);
  open.push(remove);
  const site = join(root, "site");
  mkdirSync(site);
  const build = async () => {
    const built = await buildPublicSite({ root, out: site, now: FRIDAY }, () => {});
    expect(built.problems).toEqual([]);
    expect(built.published).not.toBeNull();
  };
  const text = (url: string) =>
    readFileSync(join(site, url, "index.html"), "utf8")
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&#39;", "'")
      .replace(/\s+/g, " ");
  return {
    root,
    site,
    build,
    edit: (edit: Edit) => makeEdit(root, edit),
    issue: (address: string, asked: Asked & { restricted?: string } = {}, now = WEDNESDAY): Promise<Issued> =>
      issue({ root, address, now, ...asked }, printer, () => {}),
    page: async (url: string) => {
      await build();
      return text(url);
    },
    text,
    public: () => {
      const read = loadCouncil(root, { drafts: false, now: FRIDAY }).council;
      if (!read) throw new Error("The council cannot be read");
      return publicCouncil(read);
    },
    problems: () => checkCouncil(loadCouncil(root, { drafts: true, now: FRIDAY })),
    pdf: async (folder: string, file: string) => (await readPack(readFileSync(join(root, folder, file)))).pages,
    verify: () => verify({ root, out: site, leaks: null }, () => {}),
  };
}

const SECOND = {
  file: `${MARCH}/inspection.md`,
  find: "Inspectors came in January.",
  put: "Inspectors came in February, and again in March.",
};
const INSERTED = {
  file: `${MARCH}/inspection.md`,
  find: "81 files were checked.",
  put: "Two schools were asked.\n\n81 files were checked.",
};

describe("a revision", () => {
  it("keeps every number that was issued, and gives what is put in a letter", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    const before = panel.public().meetings[0]?.papers[0]?.outline.blocks.map(({ anchor }) => anchor);
    panel.edit(INSERTED);
    await panel.issue(PANEL, { kind: "revision", reason: "Two schools answered." });
    const paper = panel.public().meetings[0]?.papers[0];
    const after = paper?.outline.blocks.map(({ anchor }) => anchor);
    expect(after).toContain("p1-1a");
    expect(after?.filter((anchor) => anchor !== "p1-1a")).toEqual(before);
    expect(paper).toMatchObject({ version: 2, reason: "Two schools answered.", firstIssuedAt: WEDNESDAY });
  });

  it("numbers its pages on, and leaves the pack that was issued as it was", async () => {
    const panel = council();
    const first = await panel.issue(PANEL, { kind: "agenda" });
    const bytes = readFileSync(join(panel.root, first.folder, "agenda-pack.pdf"));
    panel.edit(SECOND);
    const { record } = await panel.issue(PANEL, { kind: "revision", reason: "The month was wrong." });
    expect(record.pack?.firstPage).toBe((first.record.pack?.lastPage ?? 0) + 1);
    await panel.build();
    expect(readFileSync(join(panel.site, `meetings/${PANEL}/agenda-pack.pdf`)).equals(bytes)).toBe(true);
  });

  it("shows both versions, and says the change in words on the page, in the pack and at the meeting", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    panel.edit(SECOND);
    panel.edit(INSERTED);
    const { folder } = await panel.issue(PANEL, { kind: "revision", reason: "The month was wrong." });
    const now = await panel.page(`meetings/${PANEL}/inspection`);
    expect(now).toContain("Paragraph 1.1 was changed. It said: Inspectors came in changed: January.");
    expect(now).toContain("Paragraph 1.1A was added.");
    expect(now).toContain("The month was wrong.");
    const old = panel.text(`meetings/${PANEL}/inspection/version-1`);
    expect(old).toContain("Inspectors came in January. See");
    expect(panel.text(`meetings/${PANEL}`)).toContain("Revision, 20 May");
    expect((await panel.pdf(folder, "revision-1.pdf")).join(" ")).toContain("Paragraph 1.1 was changed.");
  });

  it("of the agenda says which item was added, and why it is late", async () => {
    const panel = council();
    await panel.issue(NEXT, { kind: "agenda" });
    panel.edit({
      file: `${JUNE}/agenda.md`,
      find: "papers: [progress] }",
      put: "papers: [progress] }\n  - { id: fire, number: 3, title: A fire, for: discussion, urgent: It was last night. }",
    });
    const { record } = await panel.issue(NEXT, { kind: "revision", reason: "There was a fire." }, FRIDAY);
    expect(record.missedClocks).toMatchObject([
      {
        clock: "agenda-open",
        severity: "late",
        items: ["fire"],
        clearDays: 4,
        wanted: 5,
        because: "It was last night.",
      },
    ]);
    const page = await panel.page(`meetings/${NEXT}`);
    expect(page).toContain("Item 3, A fire, was added.");
    expect(page).toContain("Late Item 3, A fire: Issued 4 clear days before the meeting, where 5 are wanted");
    expect(panel.text("follow-ups")).toContain("The chair's opinion of why item 3, A fire, was urgent");
  });

  it("asks for the reason, and refuses where nothing was changed", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await expect(panel.issue(PANEL, { kind: "revision", reason: "None." })).rejects.toThrow("nothing to revise");
    panel.edit(SECOND);
    await expect(panel.issue(PANEL, { kind: "revision" })).rejects.toThrow("Say why, for the public to read");
  });

  it("refuses a typed number that is no longer the one that was issued", async () => {
    const typed = "## 1. First\n\n1.1 One thing that was found by them.\n\n1.2 Another matter altogether, of money.\n";
    const body = readFileSync(join(councilRoot(), `${MARCH}/inspection.md`), "utf8")
      .split("---\n")
      .slice(0, 2)
      .join("---\n");
    const panel = council({ file: `${MARCH}/inspection.md`, put: `${body}---\n${typed}` });
    await panel.issue(PANEL, { kind: "agenda" });
    panel.edit({ file: `${MARCH}/inspection.md`, find: "1.2 Another", put: "1.2 Something new.\n\n1.3 Another" });
    expect(panel.problems().find(({ rule }) => rule === "number-moved")?.message).toContain(
      "Paragraph 1.2 was issued with that number, and is 1.3 now",
    );
    const { heldBack } = await panel
      .issue(PANEL, { kind: "revision", reason: "More." })
      .catch((error: Error) => ({ heldBack: [{ paper: error.message }] }));
    expect(JSON.stringify(heldBack)).toContain("number-moved");
  });
});

function councilRoot(): string {
  const { root, remove } = councilWith();
  open.push(remove);
  return root;
}

describe("minutes and their correction", () => {
  it("shows what was corrected, and keeps the first version", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "minutes" });
    panel.edit({
      file: `${MARCH}/minutes.md`,
      find: "The Panel asked about files.",
      put: "The Panel asked about 81 files.",
    });
    await panel.issue(PANEL, { reason: "A number was left out." });
    expect(await panel.page(`meetings/${PANEL}/minutes`)).toContain("Corrected on 20 May");
    expect(panel.text(`meetings/${PANEL}/minutes/version-1`)).toContain("The Panel asked about files.");
  });

  it("discharges what the law asked of late business when they have the chair's opinion", async () => {
    const panel = council({ file: `${JUNE}/meeting.md`, find: 'time: "18:30"', put: 'time: "09:00"' });
    await panel.issue(NEXT, { kind: "agenda" }, FRIDAY);
    const opinion = () =>
      followUpsFrom(panel.public().meetings.map(publicBusiness), panel.public().now).find(
        ({ followUp }) => followUp.id === `opinion-${NEXT}-progress`,
      );
    expect(opinion()?.status).toBe("due");
    panel.edit({
      file: `${JUNE}/minutes.md`,
      put: '---\naccess: public\nsummary: Done.\nchair: ada-brook\nattendance: [{ member: ada-brook }, { member: ben-carr }]\nitems:\n  - { item: 1, minute: 3 }\n  - { item: 2, minute: 4, urgency: "Files burned.", decision: Noted. }\n---\n## 3. Minutes\n\nAgreed.\n\n## 4. Progress\n\nNoted.\n',
    });
    await panel.issue(NEXT, { kind: "minutes" }, "2026-06-02T10:00");
    expect(opinion()).toMatchObject({ status: "discharged", discharge: { how: "opinion in the minutes" } });
    expect(await panel.page(`meetings/${NEXT}/minutes`)).toContain("Taken as urgent. Files burned.");
  });
});

describe("minutes that were approved", () => {
  it("can be corrected only with a word that they are the meeting's own now", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "minutes" });
    await panel.issue(NEXT);
    panel.edit({
      file: `${JUNE}/minutes.md`,
      put: `---\naccess: public\nsummary: Done.\nchair: ada-brook\nattendance: [{ member: ada-brook }, { member: ben-carr }]\nitems:\n  - { item: 1, minute: 3, decision: Approved., approvesMinutesOf: ${PANEL} }\n  - { item: 2, minute: 4, decision: Noted. }\n---\n## 3. Minutes\n\nAgreed.\n\n## 4. Progress\n\nNoted.\n`,
    });
    await panel.issue(NEXT, { kind: "minutes" }, "2026-06-02T10:00");
    panel.edit({ file: `${MARCH}/minutes.md`, find: "asked about files", put: "asked about 81 files" });
    const { problems } = await panel.issue(PANEL, { kind: "correction", reason: "A slip." }, "2026-06-03T10:00");
    expect(problems).toMatchObject([{ rule: "minutes-approved", severity: "warning" }]);
  });
});

describe("a notice and a cancellation", () => {
  it("tell the public of a meeting before its agenda, and that it will not be held", async () => {
    const panel = council();
    const notice = await panel.issue(NEXT, { kind: "notice" });
    expect((await panel.pdf(notice.folder, "notice-1.pdf")).join(" ")).toContain(
      "Notice is given of a meeting of Scrutiny Panel at 6.30pm on Monday 1 June 2026",
    );
    await expect(panel.issue(NEXT, { kind: "notice" })).rejects.toThrow("was published on 2026-05-20 at 10:00");
    await expect(panel.issue(NEXT, { kind: "cancellation" })).rejects.toThrow("status: scheduled");
    panel.edit({
      file: `${JUNE}/meeting.md`,
      find: "place:",
      put: "status: cancelled\nbecause: There is no business.\nplace:",
    });
    expect(panel.problems().map(({ rule, severity }) => `${rule} ${severity}`)).toContain("notice-of-meeting duty");
    await panel.issue(NEXT);
    expect(await panel.page(`meetings/${NEXT}`)).toContain("Cancelled: There is no business.");
    expect(panel.problems().map(({ rule }) => rule)).not.toContain("notice-of-meeting");
  });

  it("are wanted again when the meeting is moved", async () => {
    const panel = council();
    await panel.issue(NEXT, { kind: "agenda" });
    panel.edit({
      file: `${JUNE}/meeting.md`,
      find: "date: 2026-06-01",
      put: "date: 2026-06-15\nstatus: moved\nbecause: The hall is closed.",
    });
    const told = panel.problems().find(({ rule }) => rule === "notice-of-meeting");
    expect(told).toMatchObject({ severity: "duty" });
    expect(told?.message).toContain("the last lawful day is Friday 5 June 2026");
    await panel.issue(NEXT, { kind: "notice" });
    expect(panel.problems().map(({ rule }) => rule)).not.toContain("notice-of-meeting");
  });
});

describe("a release", () => {
  const file = "content/meetings/2026/2026-03-02-panel/contract.md";
  const exempt =
    "---\ntitle: The contract\naccess: exempt\nagendaItem: 4\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\nNot for publication: financial or business affairs\n\n## Terms\n\nThe price is 31.\n";
  const restricted = (text = exempt) => {
    const folder = mkdtempSync(join(tmpdir(), "restricted-"));
    open.push(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    return folder;
  };

  it("makes an exempt paper public later, at an address of its own, with why", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, {
      kind: "release",
      papers: ["contract"],
      restricted: restricted(),
      reason: "It is signed.",
    });
    expect(await panel.page(`meetings/${PANEL}/contract`)).toContain("Released on 20 May");
    expect(panel.text(`meetings/${PANEL}/contract`)).toContain("The price is 31.");
    expect(panel.text(`meetings/${PANEL}`)).toContain("It is signed.");
    expect(panel.problems().filter(({ file: at }) => at.startsWith(MARCH))).toEqual([]);
  });

  it("prints on no browser of another machine: until it is issued the paper is restricted", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    const elsewhere = new Printer({ endpoints: ["ws://printer.example:9222"] });
    const asked = { kind: "release", papers: ["contract"], restricted: restricted(), reason: "It is signed." } as const;
    await expect(
      issue({ root: panel.root, address: PANEL, now: WEDNESDAY, ...asked }, elsewhere, () => {}),
    ).rejects.toThrow("is on another machine, and restricted papers are printed on this one only");
    expect(existsSync(join(panel.root, file))).toBe(false);
  });

  it("copies nothing where it cannot be issued", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    const broken = restricted(exempt.replace("from: Director\n", ""));
    await expect(
      panel.issue(PANEL, { kind: "release", papers: ["contract"], restricted: broken, reason: "It is signed." }),
    ).rejects.toThrow("missing");
    expect(existsSync(join(panel.root, file))).toBe(false);
    const confidential = restricted(exempt.replace("access: exempt", "access: confidential"));
    await expect(
      panel.issue(PANEL, { kind: "release", papers: ["contract"], restricted: confidential, reason: "Why not." }),
    ).rejects.toThrow("the law forbids its disclosure");
    await expect(panel.issue(PANEL, { kind: "release", papers: ["contract"] })).rejects.toThrow("--restricted");
    await expect(
      panel.issue(PANEL, {
        kind: "release",
        papers: ["contract"],
        restricted: join(panel.root, "content"),
        reason: "No.",
      }),
    ).rejects.toThrow("inside");
  });
});

describe("a withdrawal", () => {
  it("takes the paper out of the site and the snapshots, and leaves its page numbers and a tombstone", async () => {
    const panel = council();
    const agenda = await panel.issue(PANEL, { kind: "agenda" });
    const { next } = await panel.issue(PANEL, {
      kind: "withdrawal",
      papers: ["inspection"],
      reason: "It named a child.",
    });
    expect(next.join("\n")).toContain(`https://papers.littlewick.example/meetings/${PANEL}/appendices/letter.pdf`);
    expect(next.join("\n")).toContain("git filter-repo");
    for (const name of ["inspection.md", "agenda-pack.pdf", "appendices/letter.pdf", "page-map/inspection.json"])
      expect(existsSync(join(panel.root, agenda.folder, name))).toBe(false);
    const stone = await panel.page(`meetings/${PANEL}/inspection`);
    expect(stone).toContain("A report for item 2, The inspection stood here");
    expect(stone).toContain("It named a child.");
    const pages = await panel.pdf("site", `meetings/${PANEL}/agenda-pack.pdf`);
    expect(pages).toHaveLength(agenda.record.pack?.lastPage ?? 0);
    expect(pages.join(" ")).not.toContain("81 files");
    expect(existsSync(join(panel.site, `meetings/${PANEL}/appendices/letter.pdf`))).toBe(false);
    expect((await panel.verify()).faults).toEqual([]);
  });

  it("is found out where the withdrawn file comes back", async () => {
    const panel = council();
    const { folder } = await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    writeFileSync(join(panel.root, folder, "inspection.md"), "again");
    expect(loadCouncil(panel.root, { drafts: false }).problems.map(({ message }) => message)).toEqual([
      "`inspection.md` was withdrawn, and is here.",
    ]);
  });

  it("of minutes takes them out of the pack that was to approve them", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "minutes" });
    await panel.issue(NEXT, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["minutes"] });
    await panel.build();
    const pack = await panel.pdf("site", `meetings/${NEXT}/agenda-pack.pdf`);
    expect(pack.join(" ")).not.toContain("The Panel asked about files.");
    expect(pack.join(" ")).toContain("that was withdrawn on");
    expect(panel.text(`meetings/${PANEL}/minutes`)).toContain("No reason has been published.");
  });

  it("lets a mended version be issued again, when it is asked for by name", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    panel.edit(SECOND);
    await expect(panel.issue(PANEL, { kind: "supplement" })).rejects.toThrow("nothing for a supplement");
    await panel.issue(PANEL, { kind: "revision", papers: ["inspection"], reason: "Without the name." });
    expect(await panel.page(`meetings/${PANEL}/inspection`)).toContain("Inspectors came in February");
    expect((await panel.verify()).isSound).toBe(true);
  });

  it("can be done twice to papers of one pack", async () => {
    const second = readFileSync(join(councilRoot(), `${JUNE}/progress.md`), "utf8")
      .replace("discharges: [report-june]\n", "")
      .replace("title: Progress with the plan", "title: Another");
    const panel = council(
      { file: `${JUNE}/another.md`, put: second },
      { file: `${JUNE}/agenda.md`, find: "papers: [progress]", put: "papers: [progress, another]" },
    );
    const { folder, record } = await panel.issue(NEXT, { kind: "agenda" });
    expect((await panel.pdf(folder, "agenda-pack.pdf")).join(" ")).toContain("Another");
    await panel.issue(NEXT, { kind: "withdrawal", papers: ["progress"] });
    await panel.issue(NEXT, { kind: "withdrawal", papers: ["another"] });
    await panel.build();
    const pages = await panel.pdf("site", `meetings/${NEXT}/agenda-pack.pdf`);
    expect(pages).toHaveLength(record.pack?.lastPage ?? 0);
    expect(pages.join(" ")).not.toMatch(/ZEBRADRAFT|Another/);
  });

  it("leaves a preview that can be built while the draft still lies there", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    const out = join(panel.root, "preview");
    mkdirSync(out);
    expect((await buildPreview({ root: panel.root, out }, () => {})).published).not.toBeNull();
    expect(readFileSync(join(out, `meetings/${PANEL}/inspection/index.html`), "utf8")).toContain("Withdrawn");
  });
});

describe("a late paper", () => {
  it("of a committee is issued at once and marked late, in the record and on the page", async () => {
    const panel = council();
    const { record } = await panel.issue(NEXT, {}, FRIDAY);
    expect(record.missedClocks.map(({ clock, severity, clearDays }) => [clock, severity, clearDays])).toEqual([
      ["notice-of-meeting", "late", 4],
      ["agenda-open", "late", 4],
    ]);
    expect(await panel.page(`meetings/${NEXT}`)).toContain("Late The agenda: Issued 4 clear days before the meeting");
    const [front] = await panel.pdf(`${JUNE}/issued/1`, "agenda-pack.pdf");
    expect(front).toContain("Late. The agenda: Issued 4 clear days before the meeting, where 5 are wanted");
  });

  it("of an executive waits for its reason, and a report alone is held back while the rest is issued", async () => {
    const executive = { file: "content/committees/panel.md", find: "regime: scrutiny", put: "regime: executive" };
    const panel = council(executive);
    await expect(panel.issue(NEXT, {}, FRIDAY)).rejects.toThrow("shorterNotice");
    panel.edit({
      file: `${JUNE}/meeting.md`,
      find: "place:",
      put: "shorterNotice: { convened: 2026-05-22T09:00, because: The grant lapses. }\nplace:",
    });
    const { record } = await panel.issue(NEXT, {}, FRIDAY);
    expect(record.missedClocks).toEqual([]);
    expect(await panel.page(`meetings/${NEXT}`)).toContain("at shorter notice than usual: The grant lapses.");
  });

  it("is nothing to a licensing hearing", async () => {
    const panel = council({
      file: "content/committees/panel.md",
      find: "regime: scrutiny",
      put: "regime: licensing-hearing",
    });
    expect((await panel.issue(NEXT, {}, "2026-05-31T10:00")).record.missedClocks).toEqual([]);
  });
});

describe("a fault", () => {
  it("holds back its own paper, with the reason, and nothing else", async () => {
    const panel = council({ file: `${JUNE}/progress.md`, find: "from: Director", put: "form: Director" });
    const { heldBack, record, staysPrivate } = await panel.issue(NEXT, { kind: "agenda" });
    expect(heldBack.map(({ paper }) => paper)).toEqual(["progress"]);
    expect(heldBack[0]?.problems.map(({ mend }) => mend).join()).toContain("Did you mean `from`?");
    expect(staysPrivate.join()).toContain("held back");
    expect(record.papers).toEqual([]);
    expect(await panel.page(`meetings/${NEXT}`)).toContain("To follow A paper for this item will be issued later.");
  });
});

describe("the record", () => {
  it("can be checked by anybody with what is on the site", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "minutes" });
    const page = await panel.page(`meetings/${PANEL}/record`);
    const hash = (url: string) =>
      createHash("sha256")
        .update(readFileSync(join(panel.site, url)))
        .digest("hex");
    expect(page).toContain(hash(`meetings/${PANEL}/agenda-pack.pdf`));
    const second = JSON.parse(readFileSync(join(panel.site, `meetings/${PANEL}/record/2.json`), "utf8")) as {
      previous: string;
    };
    expect(second.previous).toBe(hash(`meetings/${PANEL}/record/1.json`));
    expect(readFileSync(join(panel.site, "record/heads.txt"), "utf8")).toBe(
      `${hash(`meetings/${PANEL}/record/2.json`)}  ${PANEL}/2.json\n`,
    );
  });

  it("shows what was changed on the published site: a file, and the words of a paper", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.build();
    expect(await panel.verify()).toMatchObject({ isSound: true, chains: 1, records: 1 });
    writeFileSync(join(panel.site, `meetings/${PANEL}/agenda-pack.pdf`), "another");
    const file = join(panel.site, `meetings/${PANEL}/inspection/index.html`);
    writeFileSync(file, readFileSync(file, "utf8").replace("81 files", "18 files"));
    const { faults, isSound } = await panel.verify();
    expect(isSound).toBe(false);
    expect(faults.join("\n")).toContain("agenda-pack.pdf on the published site is not what was issued");
    expect(faults.join("\n")).toContain(`/meetings/${PANEL}/inspection/ on the published site does not read as`);
  });
});

describe("what an act prints", () => {
  it("is the draft, also where it goes back to an earlier version", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    panel.edit(SECOND);
    await panel.issue(PANEL, { kind: "revision", reason: "Wrong." });
    panel.edit({ file: SECOND.file, find: SECOND.put, put: SECOND.find });
    const { folder } = await panel.issue(PANEL, { kind: "revision", reason: "It was right." });
    expect((await panel.pdf(folder, "revision-2.pdf")).join(" ")).toContain("It says now: Inspectors came in January.");
  });

  it("is something, where a withdrawn paper is issued again as it was", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    const { record } = await panel.issue(PANEL, { kind: "revision", papers: ["inspection"], reason: "In error." });
    expect(record.papers.map(({ id }) => id)).toEqual(["inspection"]);
    expect(await panel.page(`meetings/${PANEL}/inspection`)).toContain("Inspectors came in January");
    expect(panel.text(`meetings/${PANEL}/inspection/version-1`)).toContain("stood here");
    expect(panel.public().meetings[0]?.papers[0]).toMatchObject({ version: 2, firstIssuedAt: WEDNESDAY });
  });

  it("is a revision where only an appendix was replaced, and the page says so", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    const letter = join(panel.root, MARCH, "appendices/letter.pdf");
    const pdf = await PDFDocument.load(readFileSync(letter));
    pdf.setTitle("Another letter");
    writeFileSync(letter, await pdf.save());
    await panel.issue(PANEL, { kind: "revision", reason: "A better copy." });
    expect(await panel.page(`meetings/${PANEL}/inspection`)).toContain(
      "The PDF of Appendix A: the letter was replaced.",
    );
  });
});

describe("a withdrawn report leaves no word of itself", () => {
  it("in the pack of a revised agenda that gave its title", async () => {
    const panel = council({ file: `${MARCH}/inspection.md`, find: "title: The inspection", put: "title: SECRETTITLE" });
    await panel.issue(PANEL, { kind: "agenda" });
    panel.edit({ file: `${MARCH}/agenda.md`, find: "title: Apologies }", put: "title: Apologies for absence }" });
    const { folder } = await panel.issue(PANEL, { kind: "revision", reason: "A better word." });
    expect((await panel.pdf(folder, "revision-1.pdf")).join(" ")).toContain("SECRETTITLE");
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    await panel.build();
    expect((await panel.pdf("site", `meetings/${PANEL}/revision-1.pdf`)).join(" ")).not.toContain("SECRETTITLE");
  });

  it("in another meeting's pack, whose minutes say what became of its limb; and the count of the others stays", async () => {
    const panel = council({ file: `${MARCH}/inspection.md`, find: "object: the findings", put: "object: SECRETLIMB" });
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "minutes" });
    const { folder } = await panel.issue(NEXT, { kind: "agenda" });
    expect((await panel.pdf(folder, "agenda-pack.pdf")).join(" ")).toContain("SECRETLIMB");
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    await panel.build();
    expect((await panel.pdf("site", `meetings/${NEXT}/agenda-pack.pdf`)).join(" ")).not.toContain("SECRETLIMB");
    expect(panel.text(`meetings/${PANEL}/minutes`)).toContain("Not carried over: (a), not put to the vote.");
    expect((await panel.verify()).isSound).toBe(true);
  });

  it("and minutes go on speaking of the limb that they spoke of, where an item had two reports", async () => {
    const library = readFileSync(join(councilRoot(), `${JUNE}/progress.md`), "utf8")
      .replace(
        "discharges: [report-june]\n",
        "recommendations: [{ that: the Panel, limbs: [{ verb: closes, object: the library }] }]\n",
      )
      .replace("title: Progress with the plan", "title: Library");
    const panel = council(
      { file: `${MARCH}/library.md`, put: library },
      { file: `${MARCH}/agenda.md`, find: "papers: [inspection]", put: "papers: [inspection, library]" },
      {
        file: `${MARCH}/minutes.md`,
        find: "- { limb: 1, outcome: not put }",
        put: "- { limb: 1, outcome: not put }\n      - { limb: 3, outcome: rejected }",
      },
    );
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "minutes" });
    expect(await panel.page(`meetings/${PANEL}/minutes`)).toContain(
      "recommended that the Panel closes the library, rejected.",
    );
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    const after = await panel.page(`meetings/${PANEL}/minutes`);
    expect(after).toContain("Not carried over: (a) of a report that was withdrawn, not put to the vote.");
    expect(after).toContain("recommended that the Panel closes the library, rejected.");
  });

  it("and each withdrawal in one pack keeps its own day and reason", async () => {
    const second = readFileSync(join(councilRoot(), `${JUNE}/progress.md`), "utf8").replace(
      "discharges: [report-june]\n",
      "",
    );
    const panel = council(
      { file: `${JUNE}/another.md`, put: second },
      { file: `${JUNE}/agenda.md`, find: "papers: [progress]", put: "papers: [progress, another]" },
    );
    await panel.issue(NEXT, { kind: "agenda" });
    await panel.issue(NEXT, { kind: "withdrawal", papers: ["progress"], reason: "REASON ONE." });
    await panel.issue(NEXT, { kind: "withdrawal", papers: ["another"], reason: "REASON TWO." });
    await panel.build();
    const text = (await panel.pdf("site", `meetings/${NEXT}/agenda-pack.pdf`)).join(" ");
    expect(text).toContain("REASON ONE.");
    expect(text).toContain("REASON TWO.");
  });

  it("on the disk after the next build, in the tree that was public before", async () => {
    const panel = council();
    const link = join(panel.root, "public");
    const build = () => buildPublicSite({ root: panel.root, out: link, now: FRIDAY }, () => {});
    await panel.issue(PANEL, { kind: "agenda" });
    await build();
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    await build();
    const trees = join(panel.root, ".cleardays/trees");
    const words = filesUnder(trees).files.filter((file) =>
      readFileSync(join(trees, file)).includes("81 files were checked"),
    );
    expect(words).toEqual([]);
  });

  it("and is refused while any chain cannot be read, since a pack that holds it could be passed over", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.issue(PANEL, { kind: "minutes" });
    const { folder } = await panel.issue(NEXT, { kind: "agenda" });
    writeFileSync(join(panel.root, folder, "stray.md"), "x");
    await expect(panel.issue(PANEL, { kind: "withdrawal", papers: ["minutes"] })).rejects.toThrow("was never issued");
  });

  it("and verify finds a page and a file of it that were put back on the site", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    await panel.build();
    const page = join(panel.site, `meetings/${PANEL}/inspection/index.html`);
    const old = readFileSync(page);
    await panel.issue(PANEL, { kind: "withdrawal", papers: ["inspection"] });
    await panel.build();
    writeFileSync(page, old);
    writeFileSync(join(panel.site, `meetings/${PANEL}/old-pack.pdf`), "x");
    const faults = (await panel.verify()).faults.join("\n");
    expect(faults).toContain(`/meetings/${PANEL}/inspection/ on the published site does not read as`);
    expect(faults).toContain("old-pack.pdf stands on the published site");
  });
});

describe("a record that was written to deceive", () => {
  const forged = async (change: (record: Record<string, unknown>) => void) => {
    const panel = council();
    const { folder } = await panel.issue(PANEL, { kind: "agenda" });
    const file = join(panel.root, folder, "record.json");
    const record = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    change(record);
    writeFileSync(file, JSON.stringify(record));
    return loadCouncil(panel.root, { drafts: false }).problems.map(({ rule }) => rule);
  };
  it("cannot name a draft as its pack", async () => {
    const rules = await forged((record) => Object.assign(record.pack as object, { file: "../../inspection.md" }));
    expect(rules).toEqual(["record-format"]);
  });
  it("cannot excuse a missing file without being a withdrawal", async () => {
    const rules = await forged((record) =>
      Object.assign(record, { removed: [{ snapshot: 1, file: "inspection.md" }] }),
    );
    expect(rules).toEqual(["record-format"]);
  });
  it("cannot excuse another's missing file either, unless it is a withdrawal", async () => {
    const panel = council();
    await panel.issue(PANEL, { kind: "agenda" });
    const { folder } = await panel.issue(PANEL, { kind: "minutes" });
    const file = join(panel.root, folder, "record.json");
    const record = JSON.parse(readFileSync(file, "utf8")) as object;
    writeFileSync(file, JSON.stringify({ ...record, removed: [{ snapshot: 1, file: "inspection.md" }] }));
    expect(loadCouncil(panel.root, { drafts: false }).problems.map(({ rule }) => rule)).toEqual(["record-format"]);
  });
  it("cannot be without its names and figures", async () => {
    const rules = await forged((record) => {
      const { "context.json": _, ...files } = record.files as Record<string, string>;
      Object.assign(record, { files });
    });
    expect(rules).toEqual(["record-format"]);
  });
});

describe("two who issue at once", () => {
  it("issue one snapshot, whole, and the other is told", async () => {
    const panel = council();
    const done = await Promise.allSettled([
      panel.issue(PANEL, { kind: "agenda" }),
      panel.issue(PANEL, { kind: "agenda" }),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(done.find((each) => each.status === "rejected")?.reason.message).toMatch(/just now|exists already/);
    expect(loadCouncil(panel.root, { drafts: false }).problems).toEqual([]);
    expect(readdirSync(join(panel.root, MARCH, "issued"))).toEqual(["1"]);
  });
});

describe("an act that fails while it is written", () => {
  it("leaves nothing of itself", () => {
    const { root } = council();
    const read = loadCouncil(root, { drafts: true }).council;
    if (!read) throw new Error("The council cannot be read");
    const impossible = new Map([
      ["a.md", "a file"],
      ["a.md/b.md", "a file within a file"],
    ]);
    const details = { kind: "notice" as const, reason: null, pack: null, papers: [], missedClocks: [] };
    const nothing = { withdrawn: [], removed: [], replaces: [] };
    const chain = { address: PANEL, folder: MARCH, issued: [] };
    expect(() => appendSnapshot(read, chain, impossible, { ...details, ...nothing })).toThrow();
    expect(readdirSync(join(root, MARCH, "issued"))).toEqual([]);
  });
});

describe("an executive's key decision", () => {
  const executive = { file: "content/committees/panel.md", find: "regime: scrutiny", put: "regime: executive" };
  const key = { file: `${JUNE}/agenda.md`, find: "title: Progress,", put: "title: Progress, keyDecision: yes," };
  const entry = (more: string) => ({
    file: "content/forward-plan/progress/entry.md",
    put: `---\ntitle: Progress\naccess: public\ndecisionMaker: panel\nmeeting: ${NEXT}\nkeyDecision: yes\n${more}documents: [A report]\ncontact: { role: Clerk }\n---\n`,
  });

  it("waits for its notice, whether the agenda or a revision brings it", async () => {
    const panel = council(executive, key);
    await expect(panel.issue(NEXT)).rejects.toThrow("regulation 10");
    const other = council(executive);
    await other.issue(NEXT);
    other.edit(key);
    await expect(other.issue(NEXT, { kind: "revision", reason: "It is one." })).rejects.toThrow("key-decision-28");
  });

  it("goes on under the general exception, and the public is told of that", async () => {
    const exception = "generalException: { told: Chair of Scrutiny, on: 2026-05-19, reasons: The grant came late. }\n";
    const panel = council(executive, key, entry(exception));
    await panel.issue("forward-plan/progress");
    const { record } = await panel.issue(NEXT, {}, "2026-05-20T11:00");
    expect(record.missedClocks).toMatchObject([{ clock: "key-decision-28", because: "The grant came late." }]);
    expect(await panel.page(`meetings/${NEXT}`)).toContain("Exception Notice of a key decision, item 2, Progress");
    expect(panel.text("forward-plan/progress")).toContain("The grant came late.");
  });

  it("and a late report is held back until its reason is on the agenda, while the rest is issued", async () => {
    const panel = council(executive, { file: `${JUNE}/progress.md`, find: "from: Director", put: "form: Director" });
    await panel.issue(NEXT);
    panel.edit({ file: `${JUNE}/progress.md`, find: "form: Director", put: "from: Director" });
    await expect(panel.issue(NEXT, { kind: "supplement" }, FRIDAY)).rejects.toThrow("Say in `toFollow:` of item 2 why");
  });
});

describe("minutes of late business", () => {
  it("are said to lack the chair's opinion, in check, until they have it", async () => {
    const panel = council();
    await panel.issue(NEXT, {}, FRIDAY);
    panel.edit({
      file: `${JUNE}/minutes.md`,
      put: "---\naccess: public\nsummary: Done.\nchair: ada-brook\nattendance: [{ member: ada-brook }, { member: ben-carr }]\nitems:\n  - { item: 1, minute: 3 }\n  - { item: 2, minute: 4, decision: Noted. }\n---\n## 3. Minutes\n\nAgreed.\n\n## 4. Progress\n\nNoted.\n",
    });
    const said = () =>
      panel.problems().filter(({ file, severity }) => file.endsWith("minutes.md") && severity === "duty");
    expect(said()).toMatchObject([{ rule: "agenda-open", line: 8 }]);
    panel.edit({
      file: `${JUNE}/minutes.md`,
      find: "minute: 4, decision",
      put: "minute: 4, urgency: Haste., decision",
    });
    expect(said()).toEqual([]);
  });
});

describe("a meeting that is moved earlier", () => {
  it("has a late agenda then, though it was in time before", async () => {
    const panel = council();
    await panel.issue(NEXT);
    panel.edit({ file: `${JUNE}/meeting.md`, find: "date: 2026-06-01", put: "date: 2026-05-27\nstatus: moved" });
    const { record } = await panel.issue(NEXT, { kind: "notice" }, "2026-05-20T12:00");
    expect(record.missedClocks.map(({ clock }) => clock)).toEqual(["notice-of-meeting", "agenda-open"]);
  });
});

describe("an agenda item", () => {
  it("keeps the number it was issued with, and gives it to no other", async () => {
    const panel = council();
    await panel.issue(NEXT);
    panel.edit({
      file: `${JUNE}/agenda.md`,
      find: "{ id: minutes, number: 1",
      put: "{ id: new, number: 1, title: New }\n  - { id: minutes, number: 3",
    });
    const said = panel.problems().filter(({ rule }) => rule === "item-number-moved");
    expect(said.map(({ message }) => message)).toEqual([
      "Item 1 was issued as another item, Minutes of 2 March 2026.",
      "This item was issued as item 1, and is 3 now.",
    ]);
  });
});

describe("at ten to five", () => {
  it("an agenda that cannot be read is told of, and no notice goes out in its place", async () => {
    const panel = council({ file: `${JUNE}/agenda.md`, find: "notice:", put: "notise:" });
    await expect(panel.issue(NEXT)).rejects.toThrow("Did you mean `notice`?");
    expect(existsSync(join(panel.root, JUNE, "issued"))).toBe(false);
  });

  it("a report that cannot be read is held back from a supplement, by name", async () => {
    const good = readFileSync(join(councilRoot(), `${JUNE}/progress.md`), "utf8").replace(
      "discharges: [report-june]\n",
      "",
    );
    const panel = council(
      {
        file: `${JUNE}/agenda.md`,
        find: "papers: [progress]",
        put: "papers: [progress, another], toFollow: Both come later",
      },
      { file: `${JUNE}/progress.md`, put: null },
    );
    await panel.issue(NEXT);
    panel.edit({ file: `${JUNE}/another.md`, put: good });
    panel.edit({ file: `${JUNE}/progress.md`, put: good.replace("backgroundPapers: none\n", "") });
    const { heldBack, record } = await panel.issue(NEXT);
    expect(record.papers.map(({ id }) => id)).toEqual(["another"]);
    expect(heldBack.map(({ paper }) => paper)).toEqual(["progress"]);
  });

  it("a notice of the forward plan for one meeting is no notice for another", async () => {
    const executive = { file: "content/committees/panel.md", find: "regime: scrutiny", put: "regime: executive" };
    const entry = `---\ntitle: Progress\naccess: public\ndecisionMaker: panel\nmeeting: ${PANEL}\nkeyDecision: yes\ndocuments: [A report]\ncontact: { role: Clerk }\n---\n`;
    const panel = council(
      executive,
      { file: `${JUNE}/agenda.md`, find: "title: Progress,", put: "title: Progress, keyDecision: yes," },
      { file: "content/forward-plan/progress/entry.md", put: entry },
    );
    await panel.issue("forward-plan/progress", {}, "2026-03-28T10:00");
    await expect(panel.issue(NEXT)).rejects.toThrow("key-decision-28");
  });

  it("a meeting that was announced long ago cannot be said to have been convened just now", async () => {
    const panel = council({ file: "content/committees/panel.md", find: "regime: scrutiny", put: "regime: executive" });
    await panel.issue(NEXT, { kind: "notice" });
    panel.edit({
      file: `${JUNE}/meeting.md`,
      find: "place:",
      put: "shorterNotice: { convened: 2026-05-22T09:00, because: Haste. }\nplace:",
    });
    await expect(panel.issue(NEXT, { kind: "agenda" }, FRIDAY)).rejects.toThrow("told of this meeting before the time");
  });

  it("a moved meeting's next act is to tell the public", async () => {
    const panel = council();
    await panel.issue(NEXT);
    panel.edit({ file: `${JUNE}/meeting.md`, find: "date: 2026-06-01", put: "date: 2026-06-15\nstatus: moved" });
    expect((await panel.issue(NEXT)).record.kind).toBe("notice");
  });

  it("a paper that was withdrawn and comes back late is marked late", async () => {
    const panel = council();
    await panel.issue(NEXT);
    await panel.issue(NEXT, { kind: "withdrawal", papers: ["progress"] });
    panel.edit({ file: `${JUNE}/progress.md`, find: "More than half", put: "Less than half" });
    const { record } = await panel.issue(NEXT, { kind: "revision", papers: ["progress"], reason: "Mended." }, FRIDAY);
    expect(record.missedClocks).toMatchObject([{ clock: "agenda-open", paper: "progress", clearDays: 4 }]);
  });
});
