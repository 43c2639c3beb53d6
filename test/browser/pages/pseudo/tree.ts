import { globSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { parse, stringify } from "yaml";
import { type CopiedTree, copyTree } from "../../support/copied-tree.ts";

const latin = "abcdefghijklmnopqrstuvwxyz";
const greek = "αβψδεφγηιξκλμνοπχρστθωςχυζ";

/**
 * A copy of this repository whose interface uses the pseudo-language instead of English, and whose works
 * are in Greek letters. Plain letters on one of its pages come from neither.
 */
export function pseudoTree(): CopiedTree {
  const tree = copyTree();
  tree.write("src/i18n/pseudo.ts", readFileSync(join(import.meta.dirname, "strings.ts"), "utf8"));
  for (const [table, pseudo] of [
    ["src/i18n/strings.ts", "./pseudo.ts"],
    ["src/player/strings.ts", "../i18n/pseudo.ts"],
    ["src/pages/about/texts.ts", "../../i18n/pseudo.ts"],
    ["src/player/script-strings.ts", "../i18n/pseudo.ts"],
  ] as const) {
    tree.edit(table, (text) =>
      text
        .replace(/^import/, `import { pseudoStrings } from "${pseudo}";\nimport`)
        .replace("= { en, es, vi, ar }", "= { en: pseudoStrings(en), es, vi, ar }"),
    );
  }
  const manifests = join(tree.root, "media-manifests");
  for (const file of globSync("**/*.{yaml,md,vtt,srt}", { cwd: manifests })) {
    tree.edit(`media-manifests/${file}`, inGreek[extname(file)] ?? toGreek);
  }
  return tree;
}

const inGreek: Record<string, (text: string) => string> = {
  ".yaml": (text) => stringify(textsToGreek(parse(text))),
  ".vtt": cuesToGreek,
  ".srt": cuesToGreek,
};

function toGreek(text: string): string {
  return [...text].map((letter) => greek[latin.indexOf(letter.toLowerCase())] ?? letter).join("");
}

/** Changes only the text and the names of speakers, not times and tags. */
function cuesToGreek(text: string): string {
  const lines = text.split("\n").map((line) => {
    if (line.includes("-->") || line.startsWith("WEBVTT")) return line;
    return line
      .split(/(<[^>]*>)/)
      .map((part) => {
        if (part.startsWith("<v ")) return `<v ${toGreek(part.slice(3))}`;
        return part.startsWith("<") ? part : toGreek(part);
      })
      .join("");
  });
  return lines.join("\n");
}

/** The fields of a manifest that hold text. */
const textFields = ["keywords", "copyrightHolder", "role", "translator"];

function textsToGreek(value: unknown, key = ""): unknown {
  if (typeof value === "string") {
    return textFields.includes(key) || /^[a-z]{2}$/.test(key) ? toGreek(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map((part) => textsToGreek(part, textFields.includes(key) ? key : ""));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const isCredit = name === "name" && typeof part === "string";
      return [name, isCredit ? toGreek(part) : textsToGreek(part, name)];
    }),
  );
}
