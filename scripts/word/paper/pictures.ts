/** The pictures of a Word file as files beside the report, and the question for each that nobody described. For read-word.ts. */
import type { WordQuestion } from "../imported-word.ts";
import { pictureKind, withoutMetadata } from "../picture-kinds.ts";
import type { PlainDocx } from "../plain-docx.ts";
import { placeOf } from "../preflight/finding.ts";
import type { WordDocument } from "../word-document.ts";
import type { Picture } from "./word-paper.ts";

export interface PaperPictures {
  readonly files: readonly Picture[];
  readonly questions: readonly WordQuestion[];
  /** The file and the alternative text of the picture of that number. */
  readonly of: (number: number) => { readonly file: string; readonly alternative: string };
}

/** Words that programs put in by themselves, and that describe nothing. */
const BY_PROGRAM =
  /^(picture|image|graphic|logo|screenshot|photo)?\s*\d*$|description automatically generated|\.(png|jpe?g|gif)$/i;

/** `report` is the report's name, which the files' names begin with. The preflight has seen that each is in the file. */
export function paperPictures(document: WordDocument, pictures: PlainDocx["pictures"], report: string): PaperPictures {
  const named = pictures.map(({ piece, paragraph }, at) => {
    const target = paragraph.story.relations.get(piece.relation ?? "")?.target ?? "";
    const bytes = document.parts.get(target) as Uint8Array;
    const isDescribed = piece.alternative !== "" && !BY_PROGRAM.test(piece.alternative);
    return {
      file: `${report}-${at + 1}.${pictureKind(bytes)}`,
      bytes,
      alternative: isDescribed ? piece.alternative : "",
      question: isDescribed
        ? null
        : {
            id: `picture-${at + 1}`,
            asks: `${placeOf(paragraph)}: picture ${at + 1} has no alternative text${piece.isDecorative ? ", and is marked as decoration" : piece.alternative === "" ? "" : ` but what a program wrote ("${piece.alternative.slice(0, 60)}")`}. What does it show?`,
            ifYes: null,
          },
    };
  });
  return {
    files: named.map(({ file, bytes }) => ({ file, bytes: withoutMetadata(bytes) })),
    questions: named.flatMap(({ question }) => question ?? []),
    of: (number) => named[number] ?? { file: "", alternative: "" },
  };
}
