/** `npm run build:cli`: bundles the command line into dist/, which runs without TypeScript or packages. */
import {
  chmodSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { build, type Metafile } from "esbuild";
import { computeBuildId } from "../src/cli/config/build-id.ts";
import { copyPdfJs } from "./copy-pdfjs.ts";
import { readIfThere, root } from "./local.ts";
import { makeIfChanged } from "./make-if-changed.ts";
import { requireNodeModules } from "./require-node-modules.ts";

const outputFolder = join(root, "dist");

/** The file that starts the built command. */
export const builtCommand = join(outputFolder, "videoteca.cjs");

/** Builds the command, unless it was built from the same source. */
export async function buildCli(): Promise<void> {
  await makeIfChanged({
    note: "build/made/command.txt",
    outputs: ["dist/**/*"],
    make: bundleCommand,
  });
}

/**
 * Bundles the command line into one file, in which what a command imports when it runs is evaluated only then: to find
 * and link forty files takes longer than to read one. Files that didn't change aren't written, so that a command that
 * runs meanwhile isn't disturbed.
 */
async function bundleCommand(): Promise<void> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [{ in: "src/cli/videoteca.ts", out: "main" }],
    outdir: outputFolder,
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    // Node 22 has all features used in the source; see `engines` in package.json.
    target: "node22",
    format: "esm",
    // Take the packages' ES modules, from which unused code can be removed.
    mainFields: ["module", "main"],
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    plugins: [copyPdfJs, requireNodeModules],
    define: { builtBuildId: JSON.stringify(computeBuildId()) },
    // Some packages are CommonJS and call `require` for Node's own modules.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  files.set(builtCommand, readFileSync(join(root, "src/cli/launcher.cjs"), "utf8"));
  files.set(join(outputFolder, "THIRD-PARTY-LICENSES.txt"), collectLicenses(metafile));
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    if (readIfThere(path) !== text) writeFileSync(path, text);
  }
  chmodSync(builtCommand, 0o755);
  for (const name of globSync("**/*.*", { cwd: outputFolder })) {
    const path = join(outputFolder, name);
    if (!files.has(path)) rmSync(path);
  }
}

/** The licenses of all packages with code in the bundle; most require that copies include them. */
function collectLicenses({ outputs }: Metafile): string {
  const bundledFiles = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = bundledFiles.flatMap(
    ([path]) => /^node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  const sections = [...new Set(folders)].toSorted().map((folder) => {
    const packageJson = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const { name, version, license = "", homepage = "" } = packageJson;
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? "" : readFileSync(join(root, folder, file), "utf8");
    return `${name} ${version} ${license} ${homepage}\n\n${text.trim()}\n`;
  });
  const separator = `\n${"-".repeat(80)}\n\n`;
  return `videoteca contains code of these packages:\n\n${sections.join(separator)}`;
}

if (import.meta.main) await buildCli();
