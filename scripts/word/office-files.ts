/**
 * Files of other programs as Word files, by LibreOffice where it is installed: .doc, .odt, .rtf. Called by import-word.ts before
 * a file is read.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "../model/refusal.ts";

const OTHERS = [".doc", ".dot", ".odt", ".ott", ".rtf"];
/** Where programs of that name lie when they are not on the path. */
const PROGRAMS = [
  "soffice",
  "libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];
const MOST_SECONDS = 120;

/** `bytes` as a Word file of today's kind: as they are, or as LibreOffice makes one of them. Refused where it is not there. */
export async function asWord(name: string, bytes: Uint8Array, programs = PROGRAMS): Promise<Uint8Array> {
  const kind = extname(name).toLowerCase();
  if (!OTHERS.includes(kind)) return bytes;
  const folder = mkdtempSync(join(tmpdir(), "clear-days-word-"));
  try {
    writeFileSync(join(folder, `file${kind}`), bytes);
    for (const program of programs)
      if (await converted(program, folder, kind)) return readFileSync(join(folder, "out/file.docx"));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Refusal(
      `${name} could not be made a Word file: ${error.message}. Open it in Word, save it as a Word document (.docx), and import that.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  throw new Refusal(
    `${name} is no Word document of today's kind, and LibreOffice, which could make one of it, is not on this machine. Open it in Word, save it as a Word document (.docx), and import that; or install LibreOffice.`,
  );
}

/** Has `program` write out/file.docx; false where there is no such program. */
function converted(program: string, folder: string, kind: string): Promise<boolean> {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const asked = [
    "--headless",
    "--norestore",
    `-env:UserInstallation=${profile}`,
    "--convert-to",
    "docx:MS Word 2007 XML",
  ];
  return new Promise((resolve, reject) => {
    execFile(
      program,
      [...asked, "--outdir", join(folder, "out"), join(folder, `file${kind}`)],
      { timeout: MOST_SECONDS * 1000, cwd: folder },
      (error, _output, said) => {
        if ((error as NodeJS.ErrnoException | null)?.code === "ENOENT") resolve(false);
        else if (error)
          reject(new Error(error.killed ? `it took longer than ${MOST_SECONDS} seconds` : firstLine(said, error)));
        else resolve(true);
      },
    );
  });
}

function firstLine(said: string, error: Error): string {
  return said.trim().split("\n")[0] || error.message.split("\n")[0] || "LibreOffice could not read it";
}
