/** A file whose author locked it against changes: it is not for us to go round that. */
import { child } from "../xml.ts";
import type { PreflightRule } from "./finding.ts";

export const protection: PreflightRule = {
  names: ["word-protected"],
  look({ settings }) {
    const locked = child(settings, "w:documentProtection")?.attributes;
    const isEnforced = /^(1|true|on)$/.test(locked?.["w:enforcement"] ?? "");
    const written = child(settings, "w:writeProtection");
    // A file that only asks to be opened for reading is locked by nothing.
    const hasPassword = Object.keys(written?.attributes ?? {}).some((name) => /hash/i.test(name));
    if (!isEnforced && !hasPassword) return [];
    return [
      {
        rule: "word-protected",
        paragraph: null,
        message: "the file is locked against changes, so nothing that is wrong in it could be mended.",
        mend: "In Word: Review, Restrict Editing, Stop Protection; and under File, Save As, Tools, General Options, delete the password to modify. Then save it and import it again.",
      },
    ];
  },
};
