import { nameOfLanguageIn } from "../../i18n/names.ts";
import { canonicalTag } from "../../i18n/tag.ts";
import { extensionOf, isExtension } from "../../records/schema/media-types.ts";

/** A file in a folder, and the language that its name tells: `talk.es.srt` is Spanish. */
export interface FoundFile {
  readonly name: string;
  readonly language: string | undefined;
}

/** What lies in a folder, by what a manifest can make of it. */
export interface FoundFiles {
  readonly films: readonly FoundFile[];
  readonly sounds: readonly FoundFile[];
  readonly pictures: readonly FoundFile[];
  readonly captions: readonly FoundFile[];
  /** Markdown and PDF. */
  readonly texts: readonly FoundFile[];
  /** What can be kept beside a work only: .docx, .odt. */
  readonly others: readonly FoundFile[];
}

/** WebM first: it is smaller, and browsers that can't play it take the next one. */
const filmTypes = ["webm", "mp4"];
const soundTypes = ["m4a", "mp3", "ogg", "opus"];
const pictureTypes = ["webp", "jpg", "png"];
const captionTypes = ["vtt", "srt"];
const textTypes = ["md", "pdf"];

/** Sorts a folder's files by what a manifest can make of them. What it can't use is left out. */
export function sortFiles(names: readonly string[]): FoundFiles {
  const found = names
    .filter((name) => !name.startsWith("."))
    .toSorted()
    .map((name) => ({ name, language: languageOf(name), extension: extensionOf(name) }));
  const ofTypes = (types: readonly string[]): FoundFile[] =>
    types.flatMap((type) =>
      found
        .filter(({ extension }) => extension === type)
        .map(({ name, language }) => ({ name, language })),
    );
  const known = [filmTypes, soundTypes, pictureTypes, captionTypes, textTypes].flat();
  const rest = new Set(found.map(({ extension }) => extension).filter(isExtension));
  return {
    films: ofTypes(filmTypes),
    sounds: ofTypes(soundTypes),
    pictures: ofTypes(pictureTypes),
    captions: ofTypes(captionTypes),
    texts: ofTypes(textTypes),
    others: ofTypes([...rest].filter((type) => !known.includes(type))),
  };
}

/** The language that a file's name ends in: `es.srt`, `talk.es-MX.srt`, `talk_vi.vtt`. */
function languageOf(name: string): string | undefined {
  const stem = name.replace(/\.[^.]*$/, "");
  const [, long] = /(?:^|[._ ])([a-z]{2,3}(?:-[a-z0-9]+)+)$/i.exec(stem) ?? [];
  // Three letters after a hyphen are more often a word: `how-far-did-you-get-now.srt`.
  const [, short] = /(?:^|[._ ])([a-z]{2,3})$|-([a-z]{2})$/i.exec(stem) ?? [];
  const hyphened = /-([a-z]{2})$/i.exec(stem)?.[1];
  return [long, short, hyphened].map(knownLanguage).find((tag) => tag !== undefined);
}

/** A tag in its canonical form, where its language is one that has a name. */
function knownLanguage(text: string | undefined): string | undefined {
  const tag = text === undefined ? undefined : canonicalTag(text);
  return tag !== undefined && nameOfLanguageIn(tag, "en") !== tag ? tag : undefined;
}

/** The kind of work that some files look like. */
export function likelyKind({ films, sounds, captions, texts }: FoundFiles): "Episode" | "Document" {
  const isText = texts.length > 0 && films.length + sounds.length + captions.length === 0;
  return isText ? "Document" : "Episode";
}
