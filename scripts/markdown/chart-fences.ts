/**
 * A markdown-it rule for `::: chart measure-id`, our own fence: it names a measure, and perhaps the last day whose figures it
 * shows (`::: chart measure-id to 2026-07-31`), and runs nothing. Used by parser.ts.
 */
import type MarkdownIt from "markdown-it";

const OPEN = /^:::\s*chart\s+([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+to\s+(\d{4}-\d{2}-\d{2}))?\s*$/;

export function chartFences(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    "fence",
    "chart",
    (state, startLine, endLine, silent) => {
      const lineAt = (line: number) =>
        state.src.slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line]).trim();
      const [, measure, until] = OPEN.exec(lineAt(startLine)) ?? [];
      if (!measure) return false;
      if (silent) return true;
      const token = state.push("chart", "figure", 0);
      token.info = measure;
      token.meta = { until: until ?? null };
      let next = startLine + 1;
      if (next < endLine && lineAt(next) === ":::") next++;
      token.map = [startLine, next];
      state.line = next;
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
}
