import { describe } from "vitest";
import { testSequences } from "../edits/sequences.ts";

describe("the public site, built from what changed,", () => testSequences("public"));
