import { nameOfLanguageIn } from "../../i18n/names.ts";
import { canonicalTag } from "../../i18n/tag.ts";
import { tagOfLanguageName } from "../../manifest/errors/language-tags.ts";
import { extensionOf, namedExtensions } from "../../records/schema/media-types.ts";

/** A file in a folder, and the language in its name: `talk.es.srt` is Spanish. */
export interface FoundFile {
  /** Its path, if it is in a folder below. */
  readonly name: string;
  readonly language: string | undefined;
}

/** The files of a folder, by their use in a manifest. */
export interface FoundFiles {
  readonly films: readonly FoundFile[];
  readonly sounds: readonly FoundFile[];
  readonly pictures: readonly FoundFile[];
  readonly captions: readonly FoundFile[];
  /** Markdown and PDF. */
  readonly texts: readonly FoundFile[];
  /** Files that can only be attachments: .docx, .odt. */
  readonly others: readonly FoundFile[];
}

/** WebM first: it is smaller, and browsers that can't play it take the next one. */
const filmTypes = ["webm", "mp4"];
const soundTypes = ["m4a", "mp3", "ogg", "opus"];
const pictureTypes = ["webp", "jpg", "png"];
const captionTypes = ["vtt", "srt", "sbv", "ttml", "dfxp", "itt"];
const textTypes = ["md", "pdf"];

/** Whether a file, or a folder that it is in, is one that systems hide: `.DS_Store`. */
export function isHidden(path: string): boolean {
  return path.split("/").some((step) => step.startsWith("."));
}

/** Sorts a folder's files by their use in a manifest. Files of other types, and hidden ones, are left out. */
export function sortFiles(names: readonly string[]): FoundFiles {
  const found = names
    .filter((name) => !isHidden(name))
    .toSorted()
    .map((name) => ({ name, language: languageInPath(name), extension: extensionOf(name) }));
  const ofTypes = (types: readonly string[]): FoundFile[] =>
    types.flatMap((type) =>
      found
        .filter(({ extension }) => extension === type)
        .map(({ name, language }) => ({ name, language })),
    );
  const sortedTypes = [filmTypes, soundTypes, pictureTypes, captionTypes, textTypes].flat();
  const given = new Set(found.map(({ extension }) => extension));
  const allTypes = new Set(namedExtensions.filter((extension) => given.has(extension)));
  return {
    films: ofTypes(filmTypes),
    sounds: ofTypes(soundTypes),
    pictures: ofTypes(pictureTypes),
    captions: ofTypes(captionTypes),
    texts: ofTypes(textTypes),
    others: ofTypes([...allTypes].filter((type) => !sortedTypes.includes(type))),
  };
}

/** Words about captions that people write beside a language. */
const captionWords =
  /(?<![\p{L}\p{M}])(captions?|subtitles?|subs?|transcripts?|cc|sdh|forced|final|subtítulos?|transcripción|phụ đề)(?![\p{L}\p{M}])/gu;

/** The language in a file's name or, if it has none, in that of its folder: `es/captions.srt`. */
function languageInPath(path: string): string | undefined {
  const [name = "", folder] = path.split("/").toReversed();
  const inName = languageInName(name);
  return inName ?? (folder === undefined ? undefined : languageInName(`${folder}.`));
}

/** What systems and services write behind the language: `talk.es (1).srt`, `talk.en-auto.vtt`, `talk.en-x-autogen.vtt`. */
const afterLanguage = /(?: ?\(\d{1,3}\)|[-._ ](?:x-)?(?:autogen(?:erated)?|auto|orig))$/i;

/**
 * The language in a file's name: a tag at its end (`es.srt`, `talk.es-MX.srt`, `talk_vi.vtt`), or a name of
 * the language (`English.srt`, `talk - Tiếng Việt.vtt`).
 */
function languageInName(name: string): string | undefined {
  const stem = name
    .replace(/\.[^.]*$/, "")
    .replace(afterLanguage, "")
    .replace(afterLanguage, "");
  const tag = tagInName(stem);
  const isWord = /[ -]([a-z]{2})$/i.test(stem) && commonWords.has(stem.slice(-2).toLowerCase());
  if (tag !== undefined && !(isWord && !captionTypes.includes(extensionOf(name)))) return tag;
  return languageNameIn(stem);
}

/** Words at the end of titles that are tags of languages too: `How to.mp4` isn't in Tongan. */
const commonWords = new Set(
  "am an as be el ha he hi id in is it la my no or os se si so su te to".split(" "),
);

/** The language that the last words of a text name, of which there may be up to three. */
function languageNameIn(stem: string): string | undefined {
  const words = stem
    .normalize("NFC")
    .toLowerCase()
    .replace(captionWords, " ")
    .split(/[^\p{L}\p{M}’']+/u)
    .filter((word) => word !== "");
  return [3, 2, 1]
    .map((count) => tagOfLanguageName(words.slice(-count).join(" ")))
    .find((tag) => tag !== undefined);
}

function tagInName(stem: string): string | undefined {
  const [, withRegion] = /(?:^|[._ ])([a-z]{2,3}(?:-[a-z0-9]+)+)$/i.exec(stem) ?? [];
  // Three letters after a hyphen are more often a word: `how-far-did-you-get-now.srt`.
  const [, separated] = /(?:^|[._ ])([a-z]{2,3})$|-([a-z]{2})$/i.exec(stem) ?? [];
  const hyphenated = /-([a-z]{2})$/i.exec(stem)?.[1];
  return [withRegion, separated, hyphenated].map(knownTag).find((tag) => tag !== undefined);
}

/** A tag in canonical form if its language has a known name. */
function knownTag(text: string | undefined): string | undefined {
  const tag = text === undefined ? undefined : canonicalTag(text);
  return tag !== undefined && nameOfLanguageIn(tag, "en") !== tag ? tag : undefined;
}

/** Guesses the kind of work from its files. */
export function guessKind({ films, sounds, captions, texts }: FoundFiles): "Episode" | "Document" {
  const isText = texts.length > 0 && films.length + sounds.length + captions.length === 0;
  return isText ? "Document" : "Episode";
}
