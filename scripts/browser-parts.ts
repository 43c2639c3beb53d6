import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { openApiDocument } from "../src/api/openapi/document.ts";
import { exampleOrigin } from "../src/api/openapi/example-origin.ts";
import { computeBuildId } from "../src/cli/config/build-id.ts";
import { consoleLanguages } from "../src/console/strings.ts";
import { consoleTextsIn } from "../src/console/texts.ts";
import type { AssetName } from "../src/delivery/http/asset-name.ts";
import { type InterfaceLanguage, interfaceLanguages } from "../src/i18n/interface-languages.ts";
import { aboutPagesIn } from "../src/pages/about/texts.ts";
import { scriptStringsIn } from "../src/player/script-strings.ts";
import { characterNames, packCharacterNames } from "./character-names.ts";
import { buildConsoleScripts } from "./console-scripts.ts";
import { readIfThere, root } from "./local.ts";

const at = (...path: string[]) => join(root, ...path);

/**
 * Builds what runs in a viewer's browser into build/browser.ts, from which the Worker inlines it, into
 * build/character-names.ts a table that the Worker has in place of a library's, into build/assets
 * what the Worker reads when it is asked for, and into build/assets/console the scripts of the staff console.
 * @param isDev whether the code stays readable and carries its source map
 */
export async function buildBrowserParts(isDev: boolean): Promise<void> {
  const bundle = bundler(isDev);
  const [
    deferCaptionsScript,
    watchScript,
    readScript,
    embedScript,
    loadTranscriptScript,
    lazyScript,
    hostPageScript,
    siteStyle,
    filmPageStyle,
    bilingualStyle,
    drawingsStyle,
    embedStyle,
    warningCoverStyle,
    episodeListStyle,
    transcriptStyle,
    drawnPosterStyle,
    consoleStyle,
  ] = await Promise.all([
    bundle("src/player/client/captions/defer-captions.ts", "iife"),
    bundle("src/player/client/watch.ts"),
    bundle("src/player/client/read.ts"),
    bundle("src/player/client/embed/embed.ts"),
    bundle("src/player/client/transcript/load-transcript.ts"),
    bundle("src/player/client/lazy.ts"),
    bundle("src/player/client/embed/host-page.ts", "iife"),
    bundle("src/pages/layout/site.css"),
    bundle("src/pages/watch/film-page.css"),
    bundle("src/pages/watch/bilingual-transcript.css"),
    bundle("src/pages/layout/drawings.css"),
    bundle("src/player/embed/embed.css"),
    bundle("src/player/embed/warning-cover.css"),
    bundle("src/player/embed/series.css"),
    bundle("src/player/embed/transcript.css"),
    bundle("src/player/drawn-poster.css"),
    bundle("src/console/console.css"),
  ]);

  const consoleScripts = await buildConsoleScripts(at("build/assets/console"), isDev);

  const constants = {
    deferCaptionsScript,
    deferCaptionsScriptHash: hashFor(deferCaptionsScript),
    watchScript,
    watchScriptHash: hashFor(watchScript),
    readScript,
    readScriptHash: hashFor(readScript),
    embedScript,
    embedScriptHash: hashFor(embedScript),
    loadTranscriptScript,
    loadTranscriptScriptHash: hashFor(loadTranscriptScript),
    siteStyleHash: hashFor(siteStyle),
    filmPageStyleHash: hashFor(filmPageStyle),
    bilingualStyle,
    bilingualStyleHash: hashFor(bilingualStyle),
    drawingsStyle,
    drawingsStyleHash: hashFor(drawingsStyle),
    embedStyleHash: hashFor(embedStyle),
    warningCoverStyle,
    warningCoverStyleHash: hashFor(warningCoverStyle),
    episodeListStyle,
    episodeListStyleHash: hashFor(episodeListStyle),
    transcriptStyle,
    transcriptStyleHash: hashFor(transcriptStyle),
    drawnPosterStyle,
    drawnPosterStyleHash: hashFor(drawnPosterStyle),
    consoleStyleHash: hashFor(consoleStyle),
    captionsEditorScriptPath: consoleScripts.captions,
    publishScriptPath: consoleScripts.publish,
    hashScriptPath: consoleScripts.hash,
    /** Changes whenever what makes the pages does: a part of every page's ETag. */
    buildId: computeBuildId(),
  };

  const lines = Object.entries(constants).map(
    ([name, value]) => `export const ${name}: string = ${JSON.stringify(value)};\n`,
  );
  write("browser.ts", `// Made by scripts/build.ts.\n${lines.join("")}`);
  write(
    "character-names.ts",
    `// Made by scripts/build.ts.\nexport const characterNames: string = ${JSON.stringify(packCharacterNames(await characterNames()))};\n`,
  );

  // What the Worker reads only when it is asked for: in its own code, every start would load it (DESIGN 12).
  const assets = {
    ...byLanguage((language) => [
      `player.${language}.js`,
      `const strings=${JSON.stringify(scriptStringsIn(language))};${lazyScript}`,
    ]),
    ...byLanguage((language) => [`about.${language}.json`, JSON.stringify(aboutPagesIn(language))]),
    ...Object.fromEntries(
      consoleLanguages.map((language) => [
        `console.${language}.json` as const,
        JSON.stringify(consoleTextsIn(language)),
      ]),
    ),
    "console.css": consoleStyle,
    "embed.css": embedStyle,
    "film-page.css": filmPageStyle,
    "site.css": siteStyle,
    "embed.js": hostPageScript,
    "problems.md": readFileSync(at("docs/problems.md"), "utf8"),
    "openapi.json": JSON.stringify(openApiDocument(exampleOrigin)),
    "episode.schema.json": readSchema("episode"),
    "document.schema.json": readSchema("document"),
    "series.schema.json": readSchema("series"),
    "library.schema.json": readSchema("library"),
  } satisfies Partial<Record<AssetName, string>>;
  for (const [name, text] of Object.entries(assets)) write(join("assets", name), text);
  write("assets/_headers", readFileSync(at("src/console/client/_headers"), "utf8"));
}

/** A file for each language of the interface. */
function byLanguage<Name extends AssetName>(
  fileIn: (language: InterfaceLanguage) => readonly [Name, string],
): Record<string, string> {
  return Object.fromEntries(interfaceLanguages.map(fileIn));
}

/** Writes a file in build/ if it changed: wrangler watches them, and would build again and again. */
function write(name: string, text: string): void {
  const file = at("build", name);
  mkdirSync(dirname(file), { recursive: true });
  if (readIfThere(file) !== text) writeFileSync(file, text);
}

function readSchema(kind: string): string {
  return JSON.stringify(
    JSON.parse(readFileSync(at(`media-manifests/schema/${kind}.schema.json`), "utf8")),
  );
}

type Bundle = (entry: string, format?: "esm" | "iife") => Promise<string>;

/** What bundles a script or a style sheet into one text. */
function bundler(isDev: boolean): Bundle {
  const bundle: Bundle = async (entry, format = "esm") => {
    const { outputFiles } = await build({
      entryPoints: [at(entry)],
      bundle: true,
      minify: !isDev,
      sourcemap: isDev && "inline",
      write: false,
      format,
      target: ["es2020", "chrome91", "firefox78", "safari15"],
      charset: "utf8",
      plugins: entry.endsWith(".ts") ? [importedStyles(bundle)] : [],
    });
    return (outputFiles[0]?.text ?? "").trim().replaceAll("</script", "<\\/script");
  };
  return bundle;
}

/** A script that imports a style sheet gets its text, bundled as a sheet of its own is. */
function importedStyles(bundle: Bundle): Plugin {
  return {
    name: "imported-styles",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.css$/ }, async ({ path }) => ({
        contents: await bundle(relative(root, path)),
        loader: "text",
      })),
  };
}

/** A source expression for a Content-Security-Policy. */
function hashFor(inline: string): string {
  return `sha256-${createHash("sha256").update(inline).digest("base64")}`;
}
