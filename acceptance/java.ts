/** Whether there is a Java, and whether there must be one. Asked by the tests of the two checkers that are Java programs. */
import { spawnSync } from "node:child_process";

export const hasJava = spawnSync("java", ["-version"]).status === 0;

/** Set by .ci/run: what needs Java may then not be left out. */
export const javaIsRequired = process.env.REQUIRE_JAVA_CHECKS === "1";
