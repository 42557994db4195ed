import { describe, expect, it } from "vitest";
import { withAppendix } from "./report-appendices.ts";

const PLAN = { id: "plan", title: 'Appendix A: the "plan"', file: "appendices/plan.pdf" };
const LINE = '{ id: plan, title: "Appendix A: the \\"plan\\"", file: appendices/plan.pdf, access: public }';

describe("an appendix put into a report's front matter", () => {
  it("begins a list where there is none, at the end, with every other character as it was", () => {
    const text = "---\ntitle: A # report\n# a remark\nagendaItem: '4'\n---\nThe body.\n---\nNot the end.\n";
    expect(withAppendix(text, PLAN)).toBe(text.replace("'4'\n---", `'4'\nappendices:\n  - ${LINE}\n---`));
  });

  it("comes after those that are there, however they are written", () => {
    const block =
      "---\nappendices:\n- id: letter\n  title: A letter\n  file: appendices/letter.pdf\n  access: public\ntitle: A report\n---\nThe body.\n";
    expect(withAppendix(block, PLAN)).toBe(block.replace("access: public\n", `access: public\n- ${LINE}\n`));
    const short =
      "---\nappendices:\n  - { id: letter, title: A letter, file: appendices/letter.pdf, access: public } # sent\ntitle: A report\n---\n";
    expect(withAppendix(short, PLAN)).toBe(short.replace("# sent\n", `# sent\n  - ${LINE}\n`));
    const flow =
      "---\nappendices: [{ id: letter, title: A letter, file: appendices/letter.pdf, access: public }]\n---\n";
    expect(withAppendix(flow, PLAN)).toBe(flow.replace("public }]", `public }, ${LINE}]`));
  });

  it("takes the place of an empty list, and keeps Windows' line ends", () => {
    expect(withAppendix("---\nappendices: []\ntitle: A report\n---\n", PLAN)).toBe(
      `---\ntitle: A report\nappendices:\n  - ${LINE}\n---\n`,
    );
    expect(withAppendix("---\r\ntitle: A report\r\n---\r\nThe body.\r\n", PLAN)).toBe(
      `---\r\ntitle: A report\r\nappendices:\r\n  - ${LINE}\r\n---\r\nThe body.\r\n`,
    );
  });

  it("is refused, and nothing changed, where the report cannot be read or changed for certain", () => {
    expect(() => withAppendix("No front matter.", PLAN)).toThrow("cannot be read");
    expect(() => withAppendix("---\nappendices: *them\n---\n", PLAN)).toThrow();
    expect(() => withAppendix("---\nappendices: a letter\ntitle: A report\n---\n", PLAN)).toThrow("by hand");
  });
});
