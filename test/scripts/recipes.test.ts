import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typeCheck } from "../../scripts/types.ts";
import { type CopiedTree, copyTree } from "../browser/support/copied-tree.ts";

/**
 * Follows recipes of CONTRIBUTING step by step in one copy of the repository: a transcript format, a caption
 * format, and another shape of records. (test/browser/pages/add-language.test.ts follows the one for languages.)
 */
const contributing = readFileSync(join(import.meta.dirname, "../../CONTRIBUTING.md"), "utf8");
const recipe = (name: string) =>
  new RegExp(`## Recipe: ${name}[\\s\\S]*?(?=\\n## )`).exec(contributing)?.[0] ?? "";

const lrc = `import { type Captions, newCaptions, newCue } from "../cue.ts";
import { escapeCueText } from "../escape.ts";

const line = /^\\[(\\d{1,3}):(\\d{2}\\.\\d{2})\\](.*)$/gm;

export function looksLikeLrc(text: string): boolean {
  return /^\\[\\d{1,3}:\\d{2}\\.\\d{2}\\]/m.test(text.slice(0, 1000));
}

export function parseLrc(text: string): Captions {
  const captions = newCaptions();
  const lines = [...text.matchAll(line)];
  for (const [index, [, minutes, seconds, words = ""]] of lines.entries()) {
    const startTime = Number(minutes) * 60 + Number(seconds);
    const next = lines[index + 1];
    const endTime = next === undefined ? startTime + 2 : Number(next[1]) * 60 + Number(next[2]);
    captions.cues.push(newCue(startTime, endTime, escapeCueText(words), index + 1));
  }
  return captions;
}
`;

const tsv = `import type { TranscriptFormat } from "./format.ts";
import { paragraphsOf } from "./lines.ts";

export const tsvFormat: TranscriptFormat = {
  extension: "tsv",
  contentType: "text/tab-separated-values; charset=utf-8",
  saved: true,
  render: (source) =>
    paragraphsOf(source, source.options)
      .map(({ startTime, segments }) => [startTime, ...segments.map(({ text }) => text)].join("\\t"))
      .join("\\n"),
};
`;

let tree: CopiedTree;

beforeAll(() => {
  tree = copyTree();
  tree.write("src/transcripts/formats/tsv.ts", tsv);
  tree.edit("src/transcripts/formats/formats.ts", (text) =>
    text
      .replace("import ", 'import { tsvFormat } from "./tsv.ts";\nimport ')
      .replace("srtFormat,\n", "srtFormat,\n    tsvFormat,\n"),
  );
  tree.write("src/captions/lrc/lrc.ts", lrc);
  tree.edit("src/captions/read.ts", (text) =>
    text
      .replace("import ", 'import { looksLikeLrc, parseLrc } from "./lrc/lrc.ts";\nimport ')
      .replace(
        /\n\];\n/,
        '\n  { extensions: ["lrc"], name: "LRC", isFormatOf: looksLikeLrc, parse: parseLrc },\n];\n',
      ),
  );
  // The field `contentWarning` of records gets another name, wherever the source has it.
  for (const file of sourceFiles()) {
    if (!tree.read(file).includes("contentWarning")) continue;
    tree.edit(file, (text) => text.replaceAll("contentWarning", "viewerAdvice"));
  }
  tree.edit("src/records/schema/versions.ts", (text) =>
    text.replace(
      /(const steps[\s\S]*?)\n\];/,
      "$1\n  ({ contentWarning, ...content }) =>\n    contentWarning === undefined ? content : { ...content, viewerAdvice: contentWarning },\n];",
    ),
  );
  run(join(tree.root, "scripts/build.ts"));
});

afterAll(() => tree.remove());

/** The program files under src. */
function sourceFiles(): string[] {
  const names = readdirSync(join(tree.root, "src"), { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => `src/${name}`);
}

/** Runs Node in the copy. @returns what it prints. @throws with its output if it fails */
function run(...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: tree.root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`node ${parameters[0]} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** The value of an expression in the copy. @param imports its names, by their modules */
function evaluate(imports: Readonly<Record<string, string>>, expression: string): unknown {
  const lines = Object.entries(imports).map(
    ([names, path]) => `import { ${names} } from "./src/${path}";`,
  );
  const script = `${lines.join("\n")}\nconsole.log(JSON.stringify(${expression}));`;
  return JSON.parse(run("--input-type=module", "--eval", script));
}

test("what the recipes say compiles", () => {
  expect(run(...typeCheck("tsconfig.json"))).toBe("");
});

describe("a transcript format that is added as the recipe says", () => {
  test("needs a file and a line in the table, which the recipe names", () => {
    const text = recipe("add a transcript format");
    expect(text).toContain("`src/transcripts/formats/tsv.ts`");
    expect(text).toContain("`src/transcripts/formats/formats.ts`");
  });

  test("is one of those that addresses and pages offer", () => {
    const source = `{ cues: [{ startTime: 1, endTime: 2, text: "Hello" }], chapters: [], options: { times: true, speakers: true } }`;
    const rendered = `transcriptFormats.get("tsv").render(${source})`;
    const imports = { transcriptFormats: "transcripts/formats/formats.ts" };
    expect(evaluate(imports, rendered)).toBe("1\tHello");
    expect(evaluate(imports, "[...transcriptFormats.keys()].at(-1)")).toBe("tsv");
  });
});

describe("a caption format that is added as the recipe says", () => {
  test("needs a folder and a line in the table, which the recipe names", () => {
    const text = recipe("add a caption format");
    expect(text).toContain("`src/captions/lrc/lrc.ts`");
    expect(text).toContain("`src/captions/read.ts`");
  });

  test("is read whatever the file is called, and named in the list of formats", () => {
    const imports = { readCaptions: "captions/read.ts" };
    const text = JSON.stringify("[00:01.00]Hello <3\n[00:03.50]Bye");
    expect(evaluate(imports, `readCaptions("a.lrc", ${text})`)).toMatchObject({
      format: "LRC",
      cues: [{ startTime: 1, endTime: 3.5, text: "Hello &lt;3" }, { startTime: 3.5 }],
      problems: [],
    });
    expect(evaluate(imports, `readCaptions("a.smi", "<SAMI>").problems`)).toMatchObject([
      { message: expect.stringContaining("or LRC (.lrc)") },
    ]);
  });
});

describe("records whose shape is changed as the recipe says", () => {
  const base = {
    kind: "Document",
    slug: "paper",
    inLanguage: "en",
    status: "published",
    name: { en: "Paper" },
    documentType: "memo",
    texts: [],
  };
  const stored = JSON.stringify({ ...base, schemaVersion: 2, contentWarning: { en: "Loud" } });
  const changed = JSON.stringify({ ...base, viewerAdvice: { en: "Loud" } });

  test("needs changes only where the recipe says", () => {
    const text = recipe("change the shape of a record");
    expect(text).toContain("`src/records/schema/`");
    expect(text).toContain("`steps` in `src/records/schema/versions.ts`");
  });

  test("are upgraded when they are read, and their content is what would be published now", () => {
    const imports = {
      "parseStoredRecord, schemaVersion": "records/schema/versions.ts",
      digestOf: "records/digest.ts",
    };
    expect(evaluate(imports, "schemaVersion")).toBe(3);
    const upgraded = `parseStoredRecord(${JSON.stringify(stored)})`;
    expect(evaluate(imports, upgraded)).toEqual(JSON.parse(changed));
    expect(evaluate(imports, `await digestOf(${upgraded}) === await digestOf(${changed})`)).toBe(
      true,
    );
  });
});
