import type { ManifestKind } from "../../manifest/schema.ts";
import type { FoundFile, FoundFiles } from "./files.ts";

/** What is known of a work before its manifest is written. */
export interface StarterValues {
  readonly kind: ManifestKind;
  readonly slug: string;
  readonly title: string;
  /** The original language. */
  readonly language: string;
  /** The others that it is to have. */
  readonly otherLanguages: readonly string[];
  readonly files: FoundFiles;
  /** What the poster shows, where somebody said. */
  readonly posterText: string | undefined;
  readonly series: { readonly slug: string; readonly episode: number } | undefined;
  /** The way from the manifest to its JSON Schema. */
  readonly schema: string;
}

/**
 * A manifest to start from: what is known, filled in; what isn't, as comments that say what goes there.
 * Always a draft, so that applying it shows nothing to anyone yet.
 */
export function starterManifest(beginning: StarterValues): string {
  const { kind, language, schema } = beginning;
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    "# An editor that knows YAML schemas completes and explains each field. After a change:",
    "#   videoteca check .     what is wrong or missing",
    "#   videoteca plan .      what publishing would change",
    "#   videoteca apply .     publish",
    `kind: ${kind}`,
    ...(kind === "Library" ? [] : [`slug: ${beginning.slug} # its address; it never changes`]),
    ...seriesLines(beginning),
    `inLanguage: ${language} # the language of the original`,
    ...(kind === "Library" ? [] : statusLines),
    "# A title in [brackets] is yours: the publisher has given none in that language.",
    "name:",
    `  ${language}: ${quoted(beginning.title)}`,
    ...beginning.otherLanguages.map((other) => `  # ${other}: `),
    "# description: # a sentence or two in each language",
    `#   ${language}: `,
    ...kindLines(beginning),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

const statusLines = [
  "status: draft # staff only; published shows it to everyone",
  "# datePublished: 2026-11-01 # a day to come: it appears by itself then",
];

function kindLines(beginning: StarterValues): string[] {
  if (beginning.kind === "Episode") return [...episodeLines(beginning), ...catalogueLines];
  if (beginning.kind === "Document") return [...documentLines(beginning), ...catalogueLines];
  if (beginning.kind === "Series") return [];
  return [
    "publisher:",
    `  name: { ${beginning.language}: ${quoted(beginning.title)} } # who publishes the library`,
    "# contact: someone@example.org # where readers may write to",
  ];
}

function seriesLines({ kind, series }: StarterValues): string[] {
  if (kind !== "Episode") return [];
  if (series === undefined) return ["# series: the-slug-of-its-series", "# episode: 1"];
  return [`series: ${series.slug}`, `episode: ${series.episode}`];
}

function episodeLines({ files, language, posterText }: StarterValues): string[] {
  const { films, sounds, pictures, captions } = files;
  const [sound] = sounds;
  const [picture] = pictures;
  const poster = [
    "poster: # shown before it plays",
    `  file: ${quoted(picture?.name ?? "poster.webp")}`,
    `  alt: { ${language}: ${quoted(posterText ?? "")} } # what the picture shows, for people who don't see it`,
  ];
  return [
    ...filled(films.length > 0, [
      "video: # the first one that a browser can play",
      ...(films.length > 0 ? films : [{ name: "film.mp4" }]).map(
        ({ name }) => `  - { file: ${quoted(name)} }`,
      ),
    ]),
    ...filled(sound !== undefined, [
      `audioOnly: { file: ${quoted(sound?.name ?? "film.m4a")} } # for people who pay by the megabyte`,
    ]),
    ...filled(picture !== undefined && posterText !== undefined, poster),
    ...captionLines(captions, language),
    "# audioDescription: { mode: integrated } # the film says what is seen; or { mode: none, reason: … }",
    "# chapters:",
    `#   - { start: "0:00", name: { ${language}: … } }`,
    ...attachmentLines([...files.texts, ...files.others], language),
  ];
}

function captionLines(captions: readonly FoundFile[], language: string): string[] {
  const line = ({ name, language: tag }: FoundFile): string => {
    const kind = tag === language ? "captions" : "subtitles";
    return `  - { inLanguage: ${tag ?? "??"}, kind: ${kind}, file: ${quoted(name)}, origin: human }`;
  };
  const twice = (file: FoundFile) =>
    captions.findIndex((other) => other.language === file.language) !== captions.indexOf(file);
  const usable = captions.filter((file) => file.language !== undefined && !twice(file));
  const unclear = captions.filter((file) => !usable.includes(file));
  const sample = [{ name: `${language}.vtt`, language }];
  return [
    ...filled(usable.length > 0, [
      "captions: # captions in the film's language, subtitles in others; origin: human or machine",
      ...(usable.length > 0 ? usable : sample).map(line),
    ]),
    ...unclear.map((file) => `#${line(file).slice(1)} # say its language, or leave it out`),
  ];
}

function attachmentLines(files: readonly FoundFile[], language: string): string[] {
  if (files.length === 0) return [];
  return [
    "attachments: # for download, beside the film",
    ...files.map(({ name, language: tag = language }) => {
      const title = quoted(name.replace(/\.[^.]*$/, ""));
      return `  - { file: ${quoted(name)}, inLanguage: ${tag}, name: { ${language}: ${title} } }`;
    }),
  ];
}

function documentLines({ files, language }: StarterValues): string[] {
  const texts = files.texts.map(({ name, language: tag = language }) => ({ name, tag }));
  const key = ({ name, tag }: { name: string; tag: string }) => `${tag} ${name.split(".").at(-1)}`;
  const usable = texts.filter(
    (text, index) => texts.findIndex((other) => key(other) === key(text)) === index,
  );
  const line = ({ name, tag }: { name: string; tag: string }) =>
    `  - { inLanguage: ${tag}, file: ${quoted(name)} }`;
  return [
    "texts: # Markdown, shown as a page, or PDF; a file a language",
    ...usable.map(line),
    ...texts
      .filter((text) => !usable.includes(text))
      .map((text) => `#${line(text).slice(1)} # say its language, or leave it out`),
  ];
}

const catalogueLines = [
  "# license: CC-BY-NC-4.0 # an SPDX identifier",
  "# copyrightHolder: ",
  "# keywords: [migration, housing]",
  "# credits: # public: false keeps a name out of everything that is published",
  "#   - { name: …, role: narrator }",
];

/** Lines as they are, or as comments where there is nothing yet to fill them with. */
function filled(isThere: boolean, lines: readonly string[]): string[] {
  return isThere ? [...lines] : lines.map((line) => `# ${line}`);
}

/** A text as YAML's double quotes hold it: JSON's strings are theirs too (YAML 1.2 §1.3). */
function quoted(text: string): string {
  return JSON.stringify(text);
}
