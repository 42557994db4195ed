/** Pictures that are not in the file, that keep what was cut off, or that browsers cannot show. */
import { isWholePicture, pictureKind } from "../picture-kinds.ts";
import type { Finding, PreflightRule } from "./finding.ts";

export const pictures: PreflightRule = {
  names: ["word-linked-picture", "word-cropped-picture", "word-picture-kind"],
  look(document, surveyed) {
    return surveyed.paragraphs
      .filter(({ story }) => story.kind !== "header" && story.kind !== "footer")
      .flatMap((paragraph) =>
        paragraph.pieces.flatMap((piece): Finding[] => {
          if (piece.kind !== "image") return [];
          const relation = paragraph.story.relations.get(piece.relation ?? "");
          const bytes = relation && !relation.isExternal ? document.parts.get(relation.target) : undefined;
          if (piece.isLinked || relation?.isExternal || !bytes)
            return [
              {
                rule: "word-linked-picture",
                paragraph,
                message: "a picture is linked and not in the file, so it would be missing.",
                mend: "In Word: File, Info, Edit Links to Files, choose the picture, Break Link. Or insert the picture again.",
              },
            ];
          if (piece.isCropped)
            return [
              {
                rule: "word-cropped-picture",
                paragraph,
                message: "a picture is cropped. What was cut off is still in the file, and would be published.",
                mend: "Select the picture: Picture Format, Compress Pictures, and tick Delete cropped areas of pictures.",
              },
            ];
          if (pictureKind(bytes) === null)
            return [
              {
                rule: "word-picture-kind",
                paragraph,
                message: "a picture is neither PNG nor JPEG, so browsers may not show it.",
                mend: "Right-click it, Save as Picture, choose PNG, and insert that in its place with its alternative text.",
              },
            ];
          if (!isWholePicture(bytes))
            return [
              {
                rule: "word-picture-kind",
                paragraph,
                message:
                  "a picture's file is damaged, so what it says of its making cannot be taken out, and it may not be shown.",
                mend: "Open it in a program for pictures, save it as PNG, and insert that in its place with its alternative text.",
              },
            ];
          return [];
        }),
      );
  },
};
