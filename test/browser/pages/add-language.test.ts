import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TypeScriptProject, typeCheck } from "../../../scripts/types.ts";
import { type CopiedTree, copyTree } from "../support/copied-tree.ts";
import { type Library, openLibrary } from "../support/library.ts";

/** Follows the recipe of CONTRIBUTING step by step in a copy of the repository, to add Somali. */
const contributing = readFileSync(join(import.meta.dirname, "../../../CONTRIBUTING.md"), "utf8");
const [recipe = ""] = /## Recipe: add a language[\s\S]*?(?=\n## )/.exec(contributing) ?? [];

let tree: CopiedTree;
let library: Library | undefined;

beforeAll(async () => {
  tree = copyTree();
  // 1. Copy, rename, add the type annotation, remove the English type exports, and translate.
  for (const [folder, type] of Object.entries({
    "i18n/strings": "Strings",
    "player/strings": "PlayerStrings",
    "pages/about/texts": "AboutPages",
  })) {
    const english = tree.read(`src/${folder}/en.ts`);
    const own = english
      .replace(/export const en\b[^=]*=/, `export const so: ${type} =`)
      .replace(/export const lazy =/, "export const lazy: LazyScriptStrings =")
      .replace(/ as const;/, ";")
      .replace(/\n(\/\*\*[^/]*\*\/\n)?export type [\s\S]*$/, "\n")
      .replace(/\((\w+): (?:string|number)\)/g, "($1)")
      .replaceAll('plural("en"', 'plural("so"')
      .replace('library: "Library"', 'library: "Maktabad"')
      .replace('captions: "Captions"', 'captions: "Qoraal"')
      .replace('privacy: "Privacy"', 'privacy: "Asturnaan"');
    const types = own.includes("LazyScriptStrings") ? `LazyScriptStrings, ${type}` : type;
    const importing = `import type { ${types} } from "./en.ts";\n`;
    tree.write(`src/${folder}/so.ts`, importing + own);
  }
  // 2. and 3.
  tree.edit("src/i18n/interface-languages.ts", (text) => text.replace(`"ar"]`, `"ar", "so"]`));
  for (const table of ["i18n/strings", "player/strings", "pages/about/texts"]) {
    tree.edit(`src/${table}.ts`, (text) =>
      text
        .replace(/^import/, `import { so } from "./${table.split("/").at(-1)}/so.ts";\nimport`)
        .replace("{ en, es, vi, ar }", "{ en, es, vi, ar, so }"),
    );
  }
  tree.edit("src/player/script-strings.ts", (text) =>
    text
      .replace(/^import/, 'import { lazy as so } from "./strings/so.ts";\nimport')
      .replace("{ en, es, vi, ar }", "{ en, es, vi, ar, so }"),
  );
  // 5. (4. isn't needed: the table of names has Somali.)
  tree.edit("media-manifests/library.yaml", (text) =>
    text.replace(
      "interfaceLanguages: [en, es, vi, ar]",
      "interfaceLanguages: [en, es, vi, ar, so]",
    ),
  );
  run("scripts/make-schema.ts");
  run("scripts/build.ts");
  const manifests = join(tree.root, "media-manifests");
  library = await openLibrary({ root: tree.root, manifests });
});

afterAll(async () => {
  await library?.stop();
  tree.remove();
});

/** Runs a script of the copy. @throws with its output if it fails */
function run(script: string, ...parameters: string[]): void {
  const command = [join(tree.root, script), ...parameters];
  const options = { cwd: tree.root, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}${stderr}`);
}

/** What tsc says of a project of the copy. */
function types(project: TypeScriptProject): string {
  const command = { cwd: tree.root, encoding: "utf8" } as const;
  return spawnSync(process.execPath, typeCheck(project), command).stdout;
}

const textAt = async (path: string) => (await fetch(`${library?.url}${path}`)).text();

describe("a language that is added as the recipe says", () => {
  test("needs changes only in files that the recipe names", () => {
    for (const file of [
      "src/i18n/strings/en.ts",
      "src/player/strings/en.ts",
      "src/pages/about/texts/en.ts",
      "src/i18n/interface-languages.ts",
      "src/i18n/strings.ts",
      "src/player/strings.ts",
      "src/player/script-strings.ts",
      "src/pages/about/texts.ts",
      "src/i18n/names.ts",
      "media-manifests/library.yaml",
      "npm run schema",
    ]) {
      expect(recipe).toContain(`\`${file}\``);
    }
  });

  test("compiles, and wouldn't if a string were missing", () => {
    const whole = tree.read("src/i18n/strings/so.ts");
    const incomplete = whole.replace(/\n {2}contact: .*/, "");
    // Beside the whole one: one check, which takes long, tells of both.
    tree.write("src/i18n/strings/incomplete.ts", incomplete);
    expect(types("tsconfig.json").trim().split("\n")).toEqual([
      expect.stringMatching(/^src\/i18n\/strings\/incomplete\.ts.*'contact' is missing/),
    ]);
    expect(types("src/player/client/tsconfig.json")).toBe("");
  });

  test("has its own strings and direction on every kind of page", async () => {
    const home = await textAt("/so/");
    expect(home).toContain('<html lang="so" dir="ltr">');
    expect(home).toContain(">Maktabad</a>");
    expect(await textAt("/so/library")).toContain("<h1>Maktabad</h1>");
    expect(await textAt("/so/about/privacy")).toContain("<h1>Asturnaan</h1>");
    expect(await textAt("/so/search?q=migration")).toContain("/so/watch/criminalizing-migration");
    expect(await textAt("/embed/criminalizing-migration?lang=so")).toContain("Qoraal");
    expect(await textAt("/player/so.js")).toContain("const strings=");
  });

  test("is in the language links by its own name, in hreflang and in the sitemap", async () => {
    const page = await textAt("/en/watch/criminalizing-migration");
    const path = "/so/watch/criminalizing-migration";
    expect(page).toContain(`<a href="${path}" hreflang="so" lang="so" dir="ltr">Soomaali</a>`);
    // The film has no Somali captions: its page isn't a translation for search engines, unlike the library's own.
    expect(page).not.toContain('<link rel="alternate" hreflang="so"');
    expect(await textAt("/en/library")).toContain(
      `<link rel="alternate" hreflang="so" href="${library?.url}/so/library"/>`,
    );
    const sitemap = await textAt("/sitemap.xml");
    expect(sitemap).toContain(`<loc>${library?.url}/so/library</loc>`);
    expect(sitemap).not.toContain(`<loc>${library?.url}${path}</loc>`);
  });

  test("is chosen if the browser prefers it", async () => {
    const response = await fetch(`${library?.url}/`, {
      headers: { "Accept-Language": "so, en;q=0.5" },
      redirect: "manual",
    });
    expect(response.headers.get("Location")).toBe("/so/");
  });
});
