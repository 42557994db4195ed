/** The packs of a council's meetings as they were issued, by its records. Called by the tests that go through them all. */
import { basename, join } from "node:path";
import type { Council, Snapshot } from "../scripts/model/council.ts";
import type { PrintedRecord } from "./pack-checks.ts";

/** A snapshot that has a PDF. */
export interface PrintedPack extends Snapshot {
  readonly record: PrintedRecord;
  /** The meeting and the PDF's own name, such as `2026-07-13-cabinet-agenda-pack`: no other pack has it. */
  readonly name: string;
  /** The PDF, from the council's folder. */
  readonly file: string;
}

/** Every issued PDF, meeting by meeting in the order they were issued. */
export function printedPacks(council: Council): PrintedPack[] {
  return council.meetings.flatMap((meeting) =>
    meeting.issued.flatMap((snapshot) => {
      const { record, folder } = snapshot;
      if (!record.pack) return [];
      return {
        ...snapshot,
        record: record as PrintedRecord,
        name: `${meeting.id}-${basename(record.pack.address, ".pdf")}`,
        file: join(folder, record.pack.file),
      };
    }),
  );
}
