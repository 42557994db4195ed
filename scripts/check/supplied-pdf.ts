/** Whether an appendix can go into a pack as it is, and whether everybody can read it: told before anybody issues it. */
import { type Attachment, placeOf } from "../model/council.ts";
import { LARGEST_APPENDIX } from "../model/pdf-facts.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

type Found = readonly [rule: string, severity: Problem["severity"], message: string, mend: string];

const LARGEST_MB = LARGEST_APPENDIX.bytes / 1_000_000;

export const suppliedPdf: Rule = {
  names: ["broken-pdf", "large-pdf", "hidden-layers", "undrawn-form", "cropped-pdf", "untagged-pdf"],
  ofMeeting(_around, { drafts }) {
    const problems: Problem[] = [];
    for (const report of drafts?.reports ?? [])
      report.value.appendices.forEach(({ file, access }, index) => {
        const attachment = access === "public" ? drafts?.attachments.get(file) : undefined;
        for (const [rule, severity, message, mend] of attachment ? found(attachment, file) : [])
          problems.push({ ...placeOf(report, ["appendices", index, "file"]), rule, severity, message, mend });
      });
    return problems;
  },
};

function* found({ bytes, pdf }: Attachment, file: string): Generator<Found> {
  if (!pdf) return;
  if (!pdf.isWhole) {
    yield ["broken-pdf", "error", `\`${file}\` is broken or breaks off.`, "Save it again as a plain PDF."];
    return;
  }
  if (bytes > LARGEST_APPENDIX.bytes || pdf.pages > LARGEST_APPENDIX.pages)
    yield [
      "large-pdf",
      "error",
      `\`${file}\` has ${Math.round(bytes / 1_000_000)} MB and ${pdf.pages} pages; an appendix may have ${LARGEST_MB} MB and ${LARGEST_APPENDIX.pages} pages.`,
      "Save it with smaller pictures, or split it.",
    ];
  if (pdf.hasHiddenLayers)
    yield [
      "hidden-layers",
      "error",
      `\`${file}\` has layers that are switched off: they are in the file, and a pack would show them.`,
      "Print it to a new PDF, which has only what is shown.",
    ];
  if (pdf.hasUndrawnFields)
    yield [
      "undrawn-form",
      "error",
      `\`${file}\` is a form whose entries are not drawn in it: they would be missing from the pack.`,
      "Print it to a new PDF.",
    ];
  if (pdf.croppedPage !== null)
    yield [
      "cropped-pdf",
      "warning",
      `Part of page ${pdf.croppedPage} of \`${file}\` was cut away, and is not shown. It is still in the file, which is published as it is.`,
      "If nobody may see what was cut away, print it to a new PDF and put that in its place.",
    ];
  if (!pdf.isTagged && !pdf.does.includes("password"))
    yield [
      "untagged-pdf",
      "warning",
      `\`${file}\` has no tags: people who cannot see it have no way to read it. Its page and the pack say so, and whom to ask.`,
      "Save it from Word with `Document structure tags for accessibility` (under Options), or put its words into the report.",
    ];
}
