import nunjucks from "nunjucks";
import { describe, expect, it } from "vitest";
import { keepMacros } from "./kept-macros.ts";

/** An environment of these templates, which counts how often each says that it ran. */
function environmentOf(templates: Record<string, string>) {
  const runs: string[] = [];
  const loader = {
    getSource: (name: string) => ({ src: templates[name] ?? "", path: name, noCache: false }),
  } as unknown as nunjucks.ILoader;
  const environment = new nunjucks.Environment(loader, { autoescape: true });
  environment.addGlobal("ran", (name: string) => {
    runs.push(name);
    return "";
  });
  keepMacros(environment);
  return { environment, runs };
}

describe("macros that pages import", () => {
  it("are worked out once for all pages, and say of each page what it gives them", () => {
    const { environment, runs } = environmentOf({
      grade: "{{ ran('grade') }}{% macro grade(word) %}<b>{{ word }}</b>{% endmacro %}",
      page: "{% from 'grade' import grade %}{{ grade(word) }}",
    });
    expect(["Good", "<Poor>"].map((word) => environment.render("page", { word }))).toEqual([
      "<b>Good</b>",
      "<b>&lt;Poor&gt;</b>",
    ]);
    expect(runs).toEqual(["grade"]);
  });

  it("are worked out for each page where they are imported with its context", () => {
    const { environment } = environmentOf({
      grade: "{% set own = word %}{% macro grade() %}{{ own }}{% endmacro %}",
      page: "{% import 'grade' as g with context %}{{ g.own }}",
    });
    expect(["Good", "Poor"].map((word) => environment.render("page", { word }))).toEqual(["Good", "Poor"]);
  });

  it("see what is global now, not when they were first imported", () => {
    const { environment } = environmentOf({
      mark: "{% macro mark() %}{{ today }}{% endmacro %}",
      page: "{% from 'mark' import mark %}{{ mark() }}",
    });
    const on = (day: string) => environment.addGlobal("today", day).render("page", {});
    expect([on("Monday"), on("Tuesday")]).toEqual(["Monday", "Tuesday"]);
  });

  it("fail each time where their template does, and are not kept then", () => {
    let isBroken = true;
    const { environment } = environmentOf({
      mark: "{{ check() }}{% macro mark() %}whole{% endmacro %}",
      page: "{% from 'mark' import mark %}{{ mark() }}",
    });
    environment.addGlobal("check", () => {
      if (isBroken) throw new Error("broken");
      return "";
    });
    expect(() => environment.render("page", {})).toThrow("broken");
    isBroken = false;
    expect(environment.render("page", {})).toBe("whole");
  });
});
