/**
 * Builds a site, public or preview, doing again only what has to be: units that changed are read, meetings admitted and
 * checked, groups of pages worked out, pages rendered, and the idle tree brought up to date and made public in one step.
 * Called by build.ts, and again and again by the preview's session.
 */
import { join, resolve } from "node:path";
import { hashOfText } from "../asking/noted-answers.ts";
import { RULES } from "../check/rules.ts";
import { COLLECTIONS } from "../load/living.ts";
import { type Problem, sortProblems, stopsPublishing } from "../model/problem.ts";
import { publishTrees } from "../publish/trees.ts";
import { ownPages, ownPageView } from "../site/own-pages.ts";
import { problemsPage } from "../site/pages/problems.ts";
import { siteFiles } from "../site/site-files.ts";
import { type Collection, type HashedUnit } from "./council-at-hand.ts";
import { councilUnits, unitHash } from "./council-files.ts";
import { keepMemory, type KeptUnit, Memory } from "./memory.ts";
import { type BuildPlace, factsIn, OpenBuild } from "./open-build.ts";
import { groupOfMeeting, groupOfPart, type KeysByPath, PARTED_KINDS, partsOf } from "./page-groups.ts";
import { programHash } from "./program-hash.ts";
