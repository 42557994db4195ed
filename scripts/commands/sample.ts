/** `npm run sample`: the sample council's snapshots made again. */
import { command } from "./command.ts";
import { PRINTS, withPrinter } from "./with-printer.ts";

export const SAMPLE = command({
  name: "sample",
  about: "make the sample council's snapshots again; for the sample alone",
  options: PRINTS,
  run: async ({ root, values, terminal }) => {
    const { reissueSample } = await import("../sample.ts");
    const { issuedLine } = await import("../issuing/outcome-lines.ts");
    const issued = await withPrinter(values, (printer) => reissueSample(root, printer, terminal.step));
    terminal.tell(issued.map(issuedLine));
    return 0;
  },
});
