import { readdirSync, rmSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { build } from "esbuild";
import { copyPdfJs } from "./copy-pdfjs.ts";
import { root } from "./local.ts";

/** The scripts of the console's pages, and of their workers, by the folder of src/console/client that each is in. */
const entries = ["captions", "hash", "publish"] as const;
export type ConsoleScript = (typeof entries)[number];

/**
 * Builds the console's scripts. What pages have in common, and what is imported when it is needed, are files of their
 * own. Each name has a hash of its content, so that browsers may keep it for ever (src/console/client/_headers).
 * @param folder where they go; what an earlier build left there is removed
 * @param isDev whether the code stays readable and carries its source map
 * @returns the address of each page's script
 */
export async function buildConsoleScripts(
  folder: string,
  isDev: boolean,
): Promise<Record<ConsoleScript, string>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      entries.map((name) => [name, `src/console/client/${name}/main.ts`]),
    ),
    outdir: folder,
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: !isDev,
    sourcemap: isDev && "inline",
    metafile: true,
    // Those that import maps and modules with top-level await need; the console's browsers are newer than viewers'.
    target: ["es2022", "chrome100", "firefox100", "safari16.4"],
    charset: "utf8",
    // A script puts its style into the page itself, so that the Worker doesn't carry it (adoptedStyleSheets).
    loader: { ".css": "text" },
    plugins: [copyPdfJs],
    jsx: "automatic",
    jsxImportSource: "hono/jsx/dom",
  });
  const files = Object.keys(metafile.outputs).map((file) => basename(file));
  for (const old of readdirSync(folder)) {
    if (!files.includes(old)) rmSync(join(folder, old), { recursive: true });
  }
  const addresses = entries.map((name) => {
    const entry = `src/console/client/${name}/main.ts`;
    const [file] =
      Object.entries(metafile.outputs).find(([, one]) => one.entryPoint === entry) ?? [];
    if (file === undefined) throw new Error(`esbuild made nothing of ${entry}.`);
    return [name, `/console/${relative(folder, join(root, file))}`] as const;
  });
  return { captions: "", hash: "", publish: "", ...Object.fromEntries(addresses) };
}
