import { describe, expect, it } from "vitest";
import type { Measure } from "../model/plan.ts";
import { drawChart } from "./draw-chart.ts";
import { measureRows, measureWords } from "./measure-words.ts";

function reading(date: string, value: number) {
  return { date, value, approximate: false, revisions: [] };
}

const measure: Measure = {
  id: "on-time",
  title: "Assessments on time",
  unit: "%",
  direction: "higher is better",
  baseline: { value: 48, date: "2026-01-31" },
  target: { value: 80, by: "2027-03-31" },
  actions: [],
  readings: [reading("2026-01-31", 48), reading("2026-06-30", 55), reading("2026-10-31", 61)],
};

describe("a measure in words", () => {
  it("says the latest figure, how far from target, and what it was", () => {
    expect(measureWords(measure)).toMatchObject({
      latest: "61%",
      distance: "19 percentage points below the target of 80% by March 2027",
      before: "It was 55% in June 2026.",
      met: false,
    });
  });

  it("says that a target is met, which way round the measure goes", () => {
    const turnover = { ...measure, direction: "lower is better" as const, target: { value: 70, by: "2027-03-31" } };
    expect(measureWords(turnover)).toMatchObject({ met: true });
    expect(measureWords(turnover).distance).toContain("which is met");
  });

  it("tells better from worse by the measure's direction, not by the line's slope", () => {
    expect(measureWords(measure).sentence).toContain("up (better)");
    expect(measureWords({ ...measure, direction: "lower is better" }).sentence).toContain("up (worse)");
  });

  it("says so where there is no reading", () => {
    expect(measureWords({ ...measure, readings: [] }).sentence).toBe("There is no reading yet.");
  });

  it("tells beside a figure what was published before, and whether that was about right", () => {
    const revised = (approximate?: boolean) => ({
      ...reading("2026-06-30", 55),
      revisions: [
        {
          value: 56,
          on: "2026-09-04",
          because: "Four had been counted twice.",
          ...(approximate ? { approximate } : {}),
        },
      ],
    });
    const note = (approximate?: boolean) => measureRows({ ...measure, readings: [revised(approximate)] })[1]?.note;
    expect(note()).toBe("Published as 56% until 4 September 2026: Four had been counted twice.");
    expect(note(true)).toBe("Published as about 56% until 4 September 2026: Four had been counted twice.");
  });

  it("stands as a table in the order of its dates", () => {
    expect(measureRows(measure).map(({ what, value }) => `${what} ${value}`)).toEqual([
      "Baseline 48%",
      "Reading 48%",
      "Reading 55%",
      "Reading 61%",
      "Target 80%",
    ]);
  });
});

describe("a chart", () => {
  it("is one vector with a name, text as text, and no colour of its own", () => {
    const svg = drawChart(measure);
    expect(svg).toMatch(/^<svg[^>]*role="img"[^>]*aria-label="Assessments on time: up \(better\)/);
    expect(svg).toContain(">target 80%</text>");
    expect(svg).toContain(">61%</text>");
    expect(svg).not.toMatch(/#[0-9a-f]{6}"/i);
    expect(svg).not.toMatch(/ id=/);
  });

  it("is the same whenever it is drawn", () => {
    expect(drawChart(measure)).toBe(drawChart(measure));
  });

  it("places readings as far apart as their days", () => {
    const [first, second, third] = [...drawChart(measure).matchAll(/<circle cx="([\d.]+)"/g)].map((match) =>
      Number(match[1]),
    ) as [number, number, number];
    expect((second - first) / (third - first)).toBeCloseTo(150 / 273, 2);
  });

  it("escapes a unit, and does not round the words of its axis", () => {
    const fine = drawChart({
      ...measure,
      unit: "<b>",
      target: { value: 1.2, by: "2027-03-31" },
      readings: [0.9, 0.95, 1.1].map((value, at) => reading(`2026-0${at + 1}-28`, value)),
    });
    expect(fine).not.toContain("<b>");
    const ticks = [...fine.matchAll(/>(\d[\d.]*)<\/text>/g)].map((match) => match[1]);
    expect(new Set(ticks).size).toBe(ticks.length);
  });

  it("escapes an officer's words", () => {
    expect(drawChart({ ...measure, title: 'A "b" <c>' })).toContain("A &quot;b&quot; &lt;c&gt;");
  });
});
