/** `npm start`: builds and serves the preview until it is stopped, and says what each build came to. */
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";
import { command } from "./command.ts";
import { openPrinter, PRINTS } from "./with-printer.ts";

export const START = command({
  name: "start",
  about: "build and serve the preview, with live reload; print the next draft pack",
  options: PRINTS,
  run: async ({ root, now, values, terminal }) => {
    const { previewSession } = await import("../serve/preview-session.ts");
    const { tell, warn, step, clear } = terminal;
    await previewSession({ root, out: values.out, now, port: 8080 }, () => openPrinter(values), {
      step,
      built: ({ published, problems }, server, again) => {
        clear();
        tell(problemLines(problems));
        tell([
          again
            ? published
              ? "Built again; open pages that changed have reloaded."
              : "Not built: put right what stands above."
            : `\nThe officer's desk: ${server.address}desk/\nThe council's papers, drafts included: ${server.address}\nEdit a file in content/ or data/ and the page follows. Stop with Ctrl+C.\n`,
        ]);
      },
      packPrinted: (address, pages, warnings) => {
        clear();
        tell([...warnings, `Draft pack, ${pages} pages: ${address}`]);
      },
      told: (line) => {
        clear();
        tell([line]);
      },
      failed: (what, error) => {
        clear();
        warn(error instanceof Refusal ? `${what}. ${error.message}` : what);
        if (!(error instanceof Refusal)) terminal.fault(error);
      },
    });
    return new Promise(() => {});
  },
});
