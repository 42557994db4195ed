/** The program that rival-typst.ts times: compiles a Typst document with the compiler from npm. `FOLDER PACK.typ OUT.pdf FONTS`. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What is used of the compiler's types; the package is none of ours. */
interface Compiler {
  pdf(document: { mainFilePath: string }, options: { pdfStandard: string }): Uint8Array;
}

const [folder = "", main = "", out = "", fonts = ""] = process.argv.slice(2);
const { NodeCompiler } = createRequire(join(folder, "package.json"))("@myriaddreamin/typst-ts-node-compiler") as {
  NodeCompiler: { create(options: object): Compiler };
};
const compiler = NodeCompiler.create({ workspace: dirname(main), fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(out, compiler.pdf({ mainFilePath: main }, { pdfStandard: "ua-1" }));
