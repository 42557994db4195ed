import { describe, expect, it } from "vitest";
import { councilWith, type Edit, MARCH } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council } from "../model/council.ts";
import { problemsBy } from "./check.ts";
import { resolutionAnswers } from "./resolution-answers.ts";
import type { Known } from "./rule.ts";

function messages(...edits: Edit[]): string[] {
  const { root, remove } = councilWith(...edits);
  const council = loadCouncil(root, { drafts: true }).council as Council;
  remove();
  return problemsBy([resolutionAnswers], council, {} as Known).map(({ message }) => message);
}

/** What is said where limb 2 asks for `object` and the Panel resolved `text`: the words that are not in it. */
function told(object: string, text: string, change = "as recommended"): string[] {
  return messages(
    { file: `${MARCH}/inspection.md`, find: "object: the plan }", put: `object: "${object}" }` },
    { file: `${MARCH}/minutes.md`, find: "text: That the Panel endorse the plan.", put: `text: "${text}"` },
    { file: `${MARCH}/minutes.md`, find: "change: amended", put: `change: ${change}` },
  ).map((message) => message.split("recommendation: ")[1] ?? message);
}

describe("a resolution as recommended", () => {
  it("has the recommendation's words, in whatever order and with whatever endings", () => {
    expect(told("the planned checks of all files", "That all files be checked, as is planned.")).toEqual([]);
    expect(told("that Cabinet agree the figure", "That Cabinet's agreed figures stand.")).toEqual([]);
  });

  it("need not have the little words that join them", () => {
    expect(told("the files with which they were left", "That the files left be seen.")).toEqual([]);
  });

  it("is told of each word of substance that it has not, once", () => {
    expect(told("monthly checks, and monthly figures", "That there be checks.")).toEqual(["monthly, figures."]);
  });

  it("need not say where in the papers the thing stands", () => {
    expect(told("the figures in Appendix A and table 4.1", "That the figures be agreed.")).toEqual([]);
    expect(told("to take part of the figures", "That the figures be taken.")).toEqual(["part."]);
  });

  it("has the same figures to the last digit", () => {
    expect(told("a sum of £168.4 million by 2027", "That a sum of £168.4 million by 2027 be set.")).toEqual([]);
    expect(told("a sum of £168.4 million by 2027", "That a sum of £186.4 million by 2027 be set.")).toEqual(["168.4."]);
    expect(told("5 checks", "That 50 checks be made.")).toEqual(["5."]);
  });
});

describe("a resolution that is not as recommended", () => {
  it("has words of its own where it is amended", () => {
    expect(told("the plan", "That checks begin.", "amended")).toEqual([]);
    expect(told("the plan", "That checks begin.")).toEqual(["plan."]);
  });

  it("answers no limb that the public can read, where its item is not for publication", () => {
    const award =
      "  - { item: 4, minute: 4, resolutions: [{ letter: a, text: That it be awarded., change: as recommended }] }";
    expect(messages({ file: `${MARCH}/minutes.md`, find: "---\n## 1.", put: `${award}\n---\n## 1.` })).toEqual([]);
  });
});
