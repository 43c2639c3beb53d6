import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { readManifest } from "../../manifest/read.ts";
import { type ManifestKind, manifestFileName, manifestKinds } from "../../manifest/schema.ts";
import { CliError } from "../cli-error.ts";
import { likelyKind, sortFiles } from "./files.ts";
import { starterManifest } from "./manifest.ts";
import {
  type Answers,
  askForAnswers,
  type GivenAnswers,
  slugFault,
  splitTags,
  tagFault,
  tagsFault,
} from "./questions.ts";
import { slugFrom } from "./slug.ts";
import { schemaFrom, seriesAround } from "./surroundings.ts";
import { readManifests } from "../manifests/read-folder.ts";
import { print, printProblems } from "../output/print.ts";
import { isInteractive } from "../output/questions.ts";

export interface InitOptions {
  readonly kind?: string;
  readonly title?: string;
  readonly slug?: string;
  readonly language?: string;
  readonly languages?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `videoteca init`: writes a manifest for what lies in a folder, and says what is still missing. What is
 * there already is never overwritten. @returns the exit code
 */
export async function init(folder: string, options: InitOptions): Promise<number> {
  const said = readSaid(options);
  const names = existsSync(folder) ? await namesIn(folder) : [];
  const files = sortFiles(names);
  const around = await seriesAround(folder);
  const suggested = suggest(folder, said, files, around?.inLanguage);
  const isQuiet = options.yes === true || options.json === true;
  if (!isQuiet && !isInteractive()) {
    throw new CliError(
      "There is nobody to ask here: say --yes, and what you know (--kind, --title …).",
    );
  }
  const answers = isQuiet
    ? { ...suggested, ...defined(said) }
    : await askForAnswers(said, suggested, files.pictures[0]?.name);
  const slug = answers.kind === "Library" ? "library" : (answers.slug ?? slugFrom(answers.title));
  if (slug === undefined) {
    throw new CliError(`No slug can be made of “${answers.title}”: say --slug, in a–z, 0–9 and -.`);
  }

  const file = join(folder, manifestFileName(answers.kind));
  if (existsSync(file)) throw new CliError(`${file} is there already, and stays as it is.`);
  await mkdir(folder, { recursive: true });
  const written = [file];
  const texts = [...files.texts];
  if (answers.kind === "Document" && texts.length === 0) {
    const name = `${answers.language}.md`;
    const page = `# ${answers.title}\n\nWrite the text here, in Markdown.\n`;
    await writeFile(join(folder, name), page, { flag: "wx" });
    written.push(join(folder, name));
    texts.push({ name, language: answers.language });
  }
  const manifest = starterManifest({
    ...answers,
    slug,
    files: { ...files, texts },
    series: around,
    schema: schemaFrom(folder, answers.kind),
  });
  await writeFile(file, manifest, { flag: "wx" });

  const { problems, manifests } = await readManifests([file]);
  const missing = missingForReaders(file, manifest);
  if (options.json) {
    const { kind } = answers;
    print(JSON.stringify({ file, kind, slug, written, problems, missing }, null, 2));
    return 0;
  }
  for (const path of written) print(`Wrote ${path}`);
  print("");
  printProblems(problems, manifests);
  if (missing.length > 0) print("\nBefore you set it to published:");
  for (const message of missing) print(`  - ${message}`);
  print(
    `\nNext: look through ${file}, then\n  videoteca check ${folder}\n  videoteca apply ${folder}`,
  );
  return 0;
}

/** What `check` would say of a draft, were it published as it is. */
function missingForReaders(file: string, manifest: string): string[] {
  const published = manifest.replace(/^status: draft/m, "status: published");
  return readManifest(file, published).problems.map(({ message }) => message);
}

/** What the options say. @throws Stop where one can't be understood */
function readSaid({ kind, title, slug, language, languages }: InitOptions): GivenAnswers {
  const named = manifestKinds.find((known) => known.toLowerCase() === kind?.toLowerCase());
  if (kind !== undefined && named === undefined) {
    throw new CliError(`--kind takes ${manifestKinds.join(", ")}, not “${kind}”.`);
  }
  for (const fault of [
    slug === undefined || slugFault(slug),
    language === undefined || tagFault(language),
    languages === undefined || tagsFault(languages),
    title === undefined || title.trim() !== "" || "--title is empty: write the title",
  ]) {
    if (fault !== true) throw new CliError(`${fault}.`);
  }
  const otherLanguages =
    languages === undefined ? undefined : splitTags(languages).filter((tag) => tag !== language);
  return { kind: named, title: title?.trim(), slug, language, otherLanguages };
}

/** What the folder and the options suggest. */
function suggest(
  folder: string,
  said: GivenAnswers,
  files: ReturnType<typeof sortFiles>,
  seriesLanguage: string | undefined,
): Answers {
  const found = [...files.captions, ...files.texts].flatMap(({ language }) => language ?? []);
  const only = new Set(found).size === 1 ? found[0] : undefined;
  const language = said.language ?? seriesLanguage ?? only ?? "en";
  const words = (said.slug ?? basename(resolve(folder))).replace(/[-_]+/g, " ").trim();
  const kind: ManifestKind = said.kind ?? likelyKind(files);
  return {
    kind,
    title: said.title ?? (words === "" ? "Untitled" : words[0]?.toUpperCase() + words.slice(1)),
    slug: said.slug,
    language,
    otherLanguages: [...new Set(found)].filter((tag) => tag !== language).toSorted(),
    posterText: undefined,
  };
}

function defined(said: GivenAnswers): Partial<Answers> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
