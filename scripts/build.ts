/** Builds what runs in a viewer's browser into build/browser.ts, from where the Worker inlines it. */
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { readIfThere, root } from "./local.ts";

const at = (...path: string[]) => join(root, ...path);

const [captionsScript, watchScript, embedScript, siteStyle, embedStyle] = await Promise.all([
  bundle("src/player/captions-on-play.ts", "iife"),
  bundle("src/player/watch.ts"),
  bundle("src/player/embed.ts"),
  bundle("src/web/style/site.css"),
  bundle("src/web/style/embed.css"),
]);

const constants = {
  captionsScript,
  captionsScriptHash: hashFor(captionsScript),
  watchScript,
  watchScriptHash: hashFor(watchScript),
  embedScript,
  embedScriptHash: hashFor(embedScript),
  siteStyle,
  siteStyleHash: hashFor(siteStyle),
  embedStyle,
  embedStyleHash: hashFor(embedStyle),
  problemsMarkdown: readFileSync(at("docs/problems.md"), "utf8"),
  /** Changes whenever what makes the pages does: a part of every page's ETag. */
  buildId: sourceDigest(),
};

const lines = Object.entries(constants).map(
  ([name, value]) => `export const ${name}: string = ${JSON.stringify(value)};\n`,
);
mkdirSync(at("build"), { recursive: true });
const text = `// Made by scripts/build.ts.\n${lines.join("")}`;
const file = at("build/browser.ts");
// Left alone when nothing changed, so that a watching wrangler doesn't build in a circle.
if (readIfThere(file) !== text) writeFileSync(file, text);

async function bundle(entry: string, format: "esm" | "iife" = "esm"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at(entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ["es2020", "chrome87", "firefox78", "safari15"],
    charset: "utf8",
  });
  return (outputFiles[0]?.text ?? "").trim().replaceAll("</script", "<\\/script");
}

/** A source expression for a Content-Security-Policy. */
function hashFor(inline: string): string {
  return `sha256-${createHash("sha256").update(inline).digest("base64")}`;
}

function sourceDigest(): string {
  const hash = createHash("sha256");
  const files = globSync(["src/**/*.{ts,tsx,css}", "docs/problems.md"], { cwd: root }).sort();
  for (const path of files) hash.update(path).update(readFileSync(at(path)));
  return hash.digest("hex").slice(0, 16);
}
