import type { FoundFile, FoundFiles } from "../../inspection/names/sort-files.ts";
import type { ManifestKind } from "../../manifest/schema.ts";

/** What is known about a work before its manifest is written. */
export interface StarterValues {
  readonly kind: ManifestKind;
  readonly slug: string;
  readonly title: string;
  /** The original language. */
  readonly language: string;
  /** Other languages, present or planned. */
  readonly otherLanguages: readonly string[];
  readonly files: FoundFiles;
  /** A description of the poster, if one was given. */
  readonly posterText: string | undefined;
  readonly series: { readonly slug: string; readonly episode: number } | undefined;
  /** The path, from the manifest, or the address of its JSON Schema; undefined to name none. */
  readonly schema: string | undefined;
}

/**
 * Writes a manifest to start from: known fields are filled in, others are comments that explain them.
 * It is always a draft, so that publishing it shows nothing to the public yet.
 */
export function renderStarterManifest(values: StarterValues): string {
  const { kind, language, schema } = values;
  const lines = [
    ...(schema === undefined ? [] : schemaLines(schema)),
    "# After a change, run:",
    "#   videoteca check .     to find mistakes",
    "#   videoteca plan .      to see what publishing would change",
    "#   videoteca apply .     to publish",
    `kind: ${kind}`,
    ...(kind === "Library"
      ? []
      : [`slug: ${values.slug} # the name in addresses; it can't be changed later`]),
    ...seriesLines(values),
    `inLanguage: ${language} # the language of the original`,
    ...(kind === "Library" ? [] : statusLines),
    "# Put a title in [brackets] if it is your own translation and not the publisher's.",
    "name:",
    `  ${language}: ${quote(values.title)}`,
    ...values.otherLanguages.map((other) => `  # ${other}: `),
    "# description: # a sentence or two in each language",
    `#   ${language}: `,
    ...kindLines(values),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function schemaLines(schema: string): string[] {
  return [
    `# yaml-language-server: $schema=${schema}`,
    "# Editors that support YAML schemas complete and explain each field.",
  ];
}

const statusLines = [
  "status: draft # only staff can see it; published: everyone can",
  "# datePublished: 2026-11-01 # on a future date, it appears by itself",
];

function kindLines(values: StarterValues): string[] {
  if (values.kind === "Episode") return [...episodeLines(values), ...catalogLines];
  if (values.kind === "Document") return [...documentLines(values), ...catalogLines];
  if (values.kind === "Series") return [];
  return [
    "publisher:",
    `  name: { ${values.language}: ${quote(values.title)} } # who publishes the library`,
    "# contact: someone@example.org # where readers can write to",
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
    `  file: ${quote(picture?.name ?? "poster.webp")}`,
    `  alt: { ${language}: ${quote(posterText ?? "")} } # what the picture shows, for people who can't see it`,
  ];
  return [
    ...commentUnless(films.length > 0, [
      "video: # browsers play the first one that they can",
      ...(films.length > 0 ? films : [{ name: "film.mp4" }]).map(
        ({ name }) => `  - { file: ${quote(name)} }`,
      ),
    ]),
    ...commentUnless(sound !== undefined, [
      `audioOnly: { file: ${quote(sound?.name ?? "film.m4a")} } # for people who pay for data`,
    ]),
    ...commentUnless(picture !== undefined && posterText !== undefined, poster),
    ...captionLines(captions, language),
    "# audioDescription: { mode: integrated } # the narration says what is seen; or { mode: none, reason: … }",
    "# chapters:",
    `#   - { start: "0:00", name: { ${language}: … } }`,
    ...attachmentLines([...files.texts, ...files.others], language),
  ];
}

function captionLines(captions: readonly FoundFile[], language: string): string[] {
  const formatLine = ({ name, language: tag }: FoundFile): string => {
    const kind = tag === language ? "captions" : "subtitles";
    return `  - { inLanguage: ${tag ?? "??"}, kind: ${kind}, file: ${quote(name)}, origin: human }`;
  };
  const isFirstInLanguage = (file: FoundFile) =>
    captions.findIndex((other) => other.language === file.language) === captions.indexOf(file);
  const usable = captions.filter((file) => file.language !== undefined && isFirstInLanguage(file));
  const unclear = captions.filter((file) => !usable.includes(file));
  const sample = [{ name: `${language}.vtt`, language }];
  return [
    ...commentUnless(usable.length > 0, [
      "captions: # captions in the film's language, subtitles in others; origin: human or machine",
      ...(usable.length > 0 ? usable : sample).map(formatLine),
    ]),
    ...unclear.map(
      (file) => `#${formatLine(file).slice(1)} # set its language, or delete this line`,
    ),
  ];
}

function attachmentLines(files: readonly FoundFile[], language: string): string[] {
  if (files.length === 0) return [];
  return [
    "attachments: # offered for download with the film",
    ...files.map(({ name, language: tag = language }) => {
      const title = quote(name.replace(/\.[^.]*$/, ""));
      return `  - { file: ${quote(name)}, inLanguage: ${tag}, name: { ${language}: ${title} } }`;
    }),
  ];
}

function documentLines({ files, language }: StarterValues): string[] {
  const texts = files.texts.map(({ name, language: tag = language }) => ({ name, tag }));
  const key = ({ name, tag }: { name: string; tag: string }) => `${tag} ${name.split(".").at(-1)}`;
  const usable = texts.filter(
    (text, index) => texts.findIndex((other) => key(other) === key(text)) === index,
  );
  const formatLine = ({ name, tag }: { name: string; tag: string }) =>
    `  - { inLanguage: ${tag}, file: ${quote(name)} }`;
  return [
    "texts: # one file for each language: Markdown, shown as a page, or PDF",
    ...usable.map(formatLine),
    ...texts
      .filter((text) => !usable.includes(text))
      .map((text) => `#${formatLine(text).slice(1)} # set its language, or delete this line`),
  ];
}

const catalogLines = [
  "# license: CC-BY-NC-4.0 # an SPDX identifier",
  "# copyrightHolder: ",
  "# keywords: [migration, housing]",
  "# credits: # with public: false, a name is never published",
  "#   - { name: …, role: narrator }",
];

/** Returns lines as they are, or as comments if there are no values for them yet. */
function commentUnless(hasValues: boolean, lines: readonly string[]): string[] {
  return hasValues ? [...lines] : lines.map((line) => `# ${line}`);
}

/** Quotes a text for YAML. JSON strings are valid YAML (YAML 1.2 §1.3). */
function quote(text: string): string {
  return JSON.stringify(text);
}
