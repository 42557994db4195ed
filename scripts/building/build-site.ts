/**
 * Builds a site, public or preview, doing again only what has to be: units that changed are read, meetings admitted and
 * checked, groups of pages worked out, pages rendered, and the idle tree brought up to date and made public in one step.
 * Called by build.ts, and again and again by the preview's session.
 */
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { RULES } from "../check/rules.ts";
import { type Problem, sortProblems, stopsPublishing } from "../model/problem.ts";
import { publishTrees } from "../publish/trees.ts";
import type { CouncilAtHand, HashedUnit } from "./council-at-hand.ts";
import { type BuildPlace, openBuild } from "./open-build.ts";
