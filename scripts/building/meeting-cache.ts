/**
 * Meetings as they were read, kept by the hash of their folder: reading one again costs a hundredth of making sense of its
 * files. Without lines and columns, which are found again in the file when a problem has to name one. Made by council-at-hand.ts.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Findings } from "../load/document.ts";
import { positionsIn } from "../load/document.ts";
import { readMeeting } from "../load/meetings.ts";
import type { CouncilMeeting } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { keepFile, keptFile, type Told } from "./kept-file.ts";
import { isAsHashed } from "./look.ts";
import { openedMeeting, packedMeeting } from "./parted-meeting.ts";
import type { SharedCache } from "./shared-cache.ts";

export interface ReadMeeting {
  /** Null where its folder is no meeting's, or it cannot be read. */
  readonly meeting: CouncilMeeting | null;
  readonly problems: readonly Problem[];
  readonly unreadable: readonly string[];
}

export class MeetingCache {
  private readonly root: string;
  private readonly drafts: boolean;
  private readonly folder: string;
  private readonly kind: string;
  private readonly told: Told;
  private readonly shared: SharedCache;
  /** Those opened lately, by hash. */
  private readonly open = new Map<string, ReadMeeting>();

  /** `program` says which program reads, so that what another one read is not trusted. */
  constructor(root: string, drafts: boolean, folder: string, program: string, told: Told, shared: SharedCache) {
    this.root = root;
    this.drafts = drafts;
    this.folder = folder;
    this.kind = `meeting ${drafts ? "drafts" : "issued"} ${program} ${process.versions.v8}`;
    this.told = told;
    this.shared = shared;
  }

  /** The meeting in `folder`, whose files have `hash`. */
  read(folder: string, hash: string): ReadMeeting {
    const known = this.open.get(hash);
    if (known) return known;
    const kept = this.kept(hash);
    if (kept) return this.opened(hash, kept);
    const found = this.readNow(folder);
    // Where somebody wrote in the folder since it was hashed, this is of another hash, and nobody must be given it for this one.
    const place = { root: this.root, audience: this.drafts ? "draft" : "public" } as const;
    if (!isAsHashed(place, `meeting ${folder}`, { path: folder, hash })) return found;
    const content = packedMeeting(found.meeting, found);
    keepFile(join(this.folder, hash), this.kind, content);
    this.shared.keep("meetings", this.kind, hash, content);
    return this.opened(hash, found);
  }

  /** Throws away what was kept of meetings that are none of `hashes` now. */
  forgetOthers(hashes: ReadonlySet<string>): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder)) if (!hashes.has(name)) rmSync(join(this.folder, name));
  }

  private kept(hash: string): ReadMeeting | null {
    const content = keptFile(join(this.folder, hash), this.kind, this.told) ?? this.fetched(hash);
    if (!content) return null;
    return openedMeeting<ReadMeeting>(content, ({ file }) => positionsIn(this.root, file));
  }

  /** What another build kept of it in the cache that they share. */
  private fetched(hash: string): Buffer | null {
    const content = this.shared.get("meetings", this.kind, hash);
    if (content) keepFile(join(this.folder, hash), this.kind, content);
    return content;
  }

  private readNow(folder: string): ReadMeeting {
    const findings: Findings = { root: this.root, problems: [], unreadable: new Set() };
    const meeting = readMeeting(findings, folder, this.drafts);
    return { meeting, problems: findings.problems, unreadable: [...findings.unreadable] };
  }

  private opened(hash: string, found: ReadMeeting): ReadMeeting {
    this.open.set(hash, found);
    if (this.open.size > OPEN) this.open.delete(this.open.keys().next().value ?? "");
    return found;
  }
}

/** As many are held in memory at once. */
const OPEN = 48;
