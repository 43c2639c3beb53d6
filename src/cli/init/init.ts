import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { listLeftOut } from "../../inspection/names/left-out.ts";
import { type FoundFiles, guessKind, sortFiles } from "../../inspection/names/sort-files.ts";
import { readManifest } from "../../manifest/read.ts";
import { manifestFileName, manifestKinds } from "../../manifest/schema.ts";
import { librarySlug, makeSlug } from "../../records/schema/slug.ts";
import { CliError } from "../cli-error.ts";
import { findLibraryUrl } from "../config/settings.ts";
import { makeFolder } from "../make-folder.ts";
import { readManifests } from "../manifests/read-manifests.ts";
import { print, printJson, printProblems } from "../output/print.ts";
import { requireTerminal } from "../output/questions.ts";
import { renderStarterManifest } from "./manifest.ts";
import { findParentSeries, findSchema, type ParentSeries } from "./parent-folders.ts";
import {
  type Answers,
  askForAnswers,
  checkSlug,
  checkTag,
  checkTags,
  checkTitle,
  type GivenAnswers,
  splitTags,
} from "./questions.ts";

export interface InitOptions {
  readonly kind?: string;
  readonly title?: string;
  readonly slug?: string;
  readonly language?: string;
  readonly languages?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** The files that `init` wrote. */
interface WrittenFiles {
  /** The path of the manifest. */
  readonly file: string;
  readonly slug: string;
  /** The manifest's text. */
  readonly manifest: string;
  /** All paths, the manifest's first. */
  readonly written: readonly string[];
}

/**
 * `videoteca init`: writes a manifest for the files in a folder, and lists what is still missing.
 * Existing files are never overwritten. @returns the exit code
 */
export async function init(folder: string, options: InitOptions): Promise<number> {
  const given = parseOptions(options);
  const names = existsSync(folder) ? await listFiles(folder) : [];
  const files = sortFiles(names);
  const series = await findParentSeries(folder);
  const answers = await findAnswers(folder, given, files, series, options);
  const { file, slug, manifest, written } = await writeFiles(folder, answers, files, series);

  const { problems, manifestCount } = await readManifests([file]);
  const missing = problemsIfPublished(file, manifest);
  const { references } = readManifest(file, manifest).files;
  const used = new Set(references.map(({ name }) => name));
  const leftOut = listLeftOut(names, used, manifest, answers.kind);
  if (options.json) {
    printJson({ file, kind: answers.kind, slug, written, problems, missing, leftOut });
    return 0;
  }
  for (const path of written) print(`Wrote ${path}`);
  if (leftOut.length > 0) {
    print("");
    print("Not used:");
  }
  for (const { file: name, reason } of leftOut) print(`  - ${name}: ${reason}`);
  print("");
  printProblems(problems, manifestCount);
  if (missing.length > 0) {
    print("");
    print("Before you set its status to published:");
  }
  for (const message of missing) print(`  - ${message}`);
  print("");
  print(`Next: complete ${file}, then run`);
  print(`  videoteca check ${folder}`);
  print(`  videoteca apply ${folder}`);
  return 0;
}

/** Parses the options that answer questions. @throws CliError if one is invalid */
function parseOptions({ kind, title, slug, language, languages }: InitOptions): GivenAnswers {
  const knownKind = manifestKinds.find((known) => known.toLowerCase() === kind?.toLowerCase());
  if (kind !== undefined && knownKind === undefined) {
    throw new CliError(`--kind takes ${manifestKinds.join(", ")}, not “${kind}”.`);
  }
  for (const result of [
    slug === undefined || checkSlug(slug),
    language === undefined || checkTag(language),
    languages === undefined || checkTags(languages),
    title === undefined || checkTitle(title),
  ]) {
    if (result !== true) throw new CliError(`${result}.`);
  }
  const otherLanguages =
    languages === undefined ? undefined : splitTags(languages).filter((tag) => tag !== language);
  return { kind: knownKind, title: title?.trim(), slug, language, otherLanguages };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** Takes the answers from the options, and from the person or, with --yes or --json, from the folder. */
async function findAnswers(
  folder: string,
  given: GivenAnswers,
  files: FoundFiles,
  series: ParentSeries | undefined,
  { yes = false, json = false }: InitOptions,
): Promise<Answers> {
  const suggested = suggestAnswers(folder, given, files, series?.inLanguage);
  if (yes || json) return { ...suggested, ...withoutUndefined(given) };
  requireTerminal("--yes, and what you know (--kind, --title …)");
  return askForAnswers(given, suggested, files.pictures[0]?.name);
}

function suggestAnswers(
  folder: string,
  given: GivenAnswers,
  files: FoundFiles,
  seriesLanguage: string | undefined,
): Answers {
  const found = [...files.captions, ...files.texts].flatMap(({ language }) => language ?? []);
  const onlyLanguage = new Set(found).size === 1 ? found[0] : undefined;
  const language = given.language ?? seriesLanguage ?? onlyLanguage ?? "en";
  const folderTitle = (given.slug ?? basename(resolve(folder))).replace(/[-_]+/g, " ").trim();
  const capitalized = folderTitle.charAt(0).toUpperCase() + folderTitle.slice(1);
  return {
    kind: given.kind ?? guessKind(files),
    title: given.title ?? (capitalized || "Untitled"),
    slug: given.slug,
    language,
    otherLanguages: [...new Set(found)].filter((tag) => tag !== language).toSorted(),
    posterText: undefined,
  };
}

function withoutUndefined(given: GivenAnswers): Partial<Answers> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/**
 * Writes the manifest and, for a document without a text, a Markdown file to start from.
 * @throws CliError if the manifest exists, or no slug can be made from the title
 */
async function writeFiles(
  folder: string,
  answers: Answers,
  files: FoundFiles,
  series: ParentSeries | undefined,
): Promise<WrittenFiles> {
  const { kind, title, language } = answers;
  const slug = kind === "Library" ? librarySlug : (answers.slug ?? makeSlug(title));
  if (slug === undefined) {
    throw new CliError(
      `No slug can be made from “${title}”: give one with --slug, using a–z, 0–9 and -.`,
    );
  }
  const file = join(folder, manifestFileName(kind));
  if (existsSync(file)) throw new CliError(`${file} exists already and wasn't changed.`);
  makeFolder(folder);
  const written = [file];
  const texts = [...files.texts];
  if (kind === "Document" && texts.length === 0) {
    const name = `${language}.md`;
    const page = `# ${title}\n\nWrite the text here, in Markdown.\n`;
    await writeFile(join(folder, name), page, { flag: "wx" });
    written.push(join(folder, name));
    texts.push({ name, language });
  }
  const schema = findSchema(folder, kind, findLibraryUrl(process.env));
  const manifest = renderStarterManifest({
    ...answers,
    slug,
    files: { ...files, texts },
    series,
    schema,
  });
  await writeFile(file, manifest, { flag: "wx" });
  return { file, slug, manifest, written };
}

/** The messages that `check` would print if the draft were published as it is. */
function problemsIfPublished(file: string, manifest: string): string[] {
  const published = manifest.replace(/^status: draft/m, "status: published");
  return readManifest(file, published).problems.map(({ message }) => message);
}
