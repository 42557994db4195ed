import { expect, it } from "vitest";
import { nearest } from "./nearest.ts";

it("a mistyped word finds the one that was meant, and a strange one finds none", () => {
  expect(nearest("recomendations", ["recommendations", "implications"])).toBe("recommendations");
  expect(nearest("colour", ["agenda", "items"])).toBeNull();
});
