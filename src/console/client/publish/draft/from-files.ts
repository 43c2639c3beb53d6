import { decodeCaptions } from "../../../../captions/encoding/decode.ts";
import { detectLanguage } from "../../../../captions/encoding/detect-language.ts";
import { type LeftOutFile, leftOutReason } from "../../../../inspection/names/left-out.ts";
import {
  type FoundFile,
  type FoundFiles,
  guessKind,
  isHidden,
  sortFiles,
} from "../../../../inspection/names/sort-files.ts";
import { baseName } from "../files/paths.ts";
import type { FormKind } from "../form/schema.ts";
import { type Description, readDescription } from "./description.ts";
import { addFile } from "./draft-files.ts";
import { fillFields } from "./fill-fields.ts";
import { countUses, type Draft } from "./folder.ts";
import { titleOf } from "./title-of.ts";

/** The largest text that is taken for a description, in bytes. */
const maxDescriptionSize = 10_000;
/** What files of the system, of no use to anybody, are called. */
const systemFile = /^(thumbs\.db|desktop\.ini|icon\r)$/i;

/** Files without a manifest, and what was read of them. */
export interface ReadFiles {
  /** By their paths. */
  readonly files: ReadonlyMap<string, File>;
  /** Sorted by their use, with the languages of their names or of what they say. */
  readonly sorted: FoundFiles;
  readonly description: Description | undefined;
  /** Files that can't be used at all. */
  readonly others: readonly string[];
}

/**
 * Reads files that have no manifest: what YouTube Studio, Vimeo, Zoom or a recorder gave. Languages are read from their
 * names, as `videoteca init` does, or from what captions say.
 */
export async function readFiles(given: ReadonlyMap<string, File>): Promise<ReadFiles> {
  const files = withoutCommonFolder(given);
  const named = sortFiles([...files.keys()]);
  const captions = await Promise.all(named.captions.map((one) => withLanguage(one, files)));
  const sorted = { ...named, captions };
  const isSorted = new Set(
    Object.values(sorted).flatMap((found: readonly FoundFile[]) => found.map(({ name }) => name)),
  );
  const description = descriptionAmong(files, sorted);
  const text = description === undefined ? undefined : await textOf(description[1]);
  return {
    files,
    sorted,
    description: text === undefined ? undefined : readDescription(text),
    others: [...files.keys()].filter(
      (path) =>
        !isSorted.has(path) &&
        path !== description?.[0] &&
        !isHidden(path) &&
        !systemFile.test(baseName(path)),
    ),
  };
}

/** A form in which nothing is written yet. */
export function emptyDraft(kind: FormKind, inLanguage: string): Draft {
  return { kind, value: { inLanguage, status: "draft" }, files: new Map() };
}

/** Fills the form with files that have no manifest. @param language the original one, unless the files say otherwise */
export async function draftOfFiles(
  given: ReadonlyMap<string, File>,
  language: string,
): Promise<Draft> {
  const read = await readFiles(given);
  const { films, sounds, captions, texts } = read.sorted;
  const kind = guessKind(read.sorted);
  const inLanguage = originalOf([...films, ...sounds].at(0)?.language, captions, texts) ?? language;
  return withGivenFiles(emptyDraft(kind, inLanguage), read);
}

/**
 * Adds files to a draft, and to its fields: those that have one value stay as they are if they have one. A file that the
 * draft has already is added no second time.
 */
export function withGivenFiles(
  draft: Draft,
  { files, sorted, description, others }: ReadFiles,
): Draft {
  let filled = draft;
  const newNames = new Map<string, string>();
  for (const found of Object.values(sorted)) {
    for (const { name: path } of found) {
      const file = files.get(path);
      if (file === undefined) continue;
      const added = addFile(filled, path, file, true);
      filled = added.draft;
      if (added.isNew) newNames.set(path, added.name);
    }
  }
  const asNamed = (found: readonly FoundFile[]) =>
    found.flatMap((one) => {
      const name = newNames.get(one.name);
      return name === undefined ? [] : [{ ...one, name }];
    });
  const added = {
    films: asNamed(sorted.films),
    sounds: asNamed(sorted.sounds),
    pictures: asNamed(sorted.pictures),
    captions: asNamed(sorted.captions),
    texts: asNamed(sorted.texts),
    others: asNamed(sorted.others),
  };
  const value = fillFields(draft, added, description);
  // A document's texts may show any picture beside them.
  const pictures = draft.kind === "Document" ? added.pictures.map(({ name }) => name) : [];
  const unused = [...newNames.values()].filter(
    (name) => countUses(value, name) === 0 && !pictures.includes(name),
  );
  const before = draft.leftOut ?? [];
  const leftOut = [...unused, ...others]
    .filter((file) => !before.some((one) => one.file === file))
    .map((file): LeftOutFile => ({ file, reason: leftOutReason(file, draft.kind) }));
  return { ...filled, value, leftOut: [...before, ...leftOut] };
}

/** The same files, without the folders that all of them are in. */
function withoutCommonFolder(given: ReadonlyMap<string, File>): ReadonlyMap<string, File> {
  const folders = [...given.keys()].map((path) => path.split("/").slice(0, -1));
  const [first = []] = folders;
  const differs = first.findIndex((step, index) => folders.some((one) => one[index] !== step));
  const shared = differs === -1 ? first.length : differs;
  return new Map([...given].map(([path, file]) => [path.split("/").slice(shared).join("/"), file]));
}

/** The film's own language: that of its name, or that of the only captions. */
function originalOf(
  named: string | undefined,
  captions: readonly FoundFile[],
  texts: readonly FoundFile[],
): string | undefined {
  if (named !== undefined) return named;
  const languages = new Set([...captions, ...texts].flatMap((one) => one.language ?? []));
  return languages.size === 1 ? [...languages][0] : undefined;
}

/** Captions with the language that they are in, if their name doesn't tell it. */
async function withLanguage(
  found: FoundFile,
  files: ReadonlyMap<string, File>,
): Promise<FoundFile> {
  const file = files.get(found.name);
  if (found.language !== undefined || file === undefined) return found;
  const text = await textOf(file.slice(0, maxDescriptionSize * 2));
  const spoken = text?.replaceAll(/<[^>]{0,100}>|^.*\d\d?:\d\d.*$/gm, " ") ?? "";
  return { ...found, language: detectLanguage(spoken)?.languages[0] };
}

async function textOf(file: Blob): Promise<string | undefined> {
  return decodeCaptions(new Uint8Array(await file.arrayBuffer())).text;
}

/**
 * The text that came along: `description.txt`, `My film.txt`, `My film.description`; else the only text. What was
 * written in a meeting's chat is none: it has names in it.
 */
function descriptionAmong(
  files: ReadonlyMap<string, File>,
  { films, sounds, captions }: FoundFiles,
): readonly [path: string, file: File] | undefined {
  const titles = new Set([...films, ...sounds, ...captions].map(titleOf));
  const texts = [...files].filter(
    ([path, { size }]) => /\.(txt|description)$/i.test(path) && size <= maxDescriptionSize,
  );
  const isNamedSo = ([path]: readonly [string, File]) =>
    /\.description$|^(description|descripci[oó]n|mô tả)/iu.test(baseName(path)) ||
    titles.has(titleOf({ name: path, language: undefined }));
  const isOther = ([path]: readonly [string, File]) =>
    /chat|transcript|read.?me|licen[cs]e/i.test(path);
  const likely = texts.filter((one) => !isOther(one));
  return texts.find(isNamedSo) ?? (likely.length === 1 ? likely[0] : undefined);
}
