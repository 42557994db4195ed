import { describe } from "vitest";
import { testSequences } from "../edits/sequences.ts";

describe("the preview, built from what changed,", () => testSequences("draft"));
