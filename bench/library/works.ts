/** A library of any size, the same for the same seed: works by their number. */
import type {
  Blob,
  DocumentRecord,
  EpisodeRecord,
  LibraryItem,
  LibraryRecord,
  SeriesRecord,
} from "../../src/records/schema/record.ts";
import { captionsIn, spokenTimes, webVtt } from "./captions.ts";
import { type Random, randomFrom } from "./random.ts";
import { type LanguageTag, sentenceIn, titleIn } from "./words.ts";

/** A work and the files that its record names. */
export interface GeneratedWork {
  readonly record: LibraryItem;
  readonly files: readonly GeneratedFile[];
}

export interface GeneratedFile {
  readonly blob: Blob;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a work can be told to be, instead of what its number gives. */
export interface WorkOptions {
  readonly slug?: string;
  /** Of the film, in seconds. */
  readonly duration?: number;
  /** The original first. */
  readonly languages?: readonly [LanguageTag, ...LanguageTag[]];
  /** The size of the film's file, in bytes. */
  readonly filmSize?: number;
}

/** Each series has this many episodes; every fourth work is a document. */
export const episodesASeries = 20;
const topics = [
  "History",
  "Detention",
  "Courts",
  "Family",
  "Work",
  "Borders",
  "Health",
  "School",
] as const;
const original = ["en", "en", "es", "vi", "ar", "am", "th", "zh"] as const;
const translations = ["es", "vi", "ar", "en"] as const;

export const settings: LibraryRecord = {
  kind: "Library",
  slug: "library",
  inLanguage: "en",
  name: { en: "A generated library", es: "Una biblioteca generada" },
  publisher: { name: { en: "A generated publisher" } },
};

/** The series with a number, from 0. */
export function generateSeries(number: number, seed: number): SeriesRecord {
  const random = randomFrom(seed * 1_000_003 + number * 7919 + 1);
  const name = { en: titleIn("en", random), es: titleIn("es", random) };
  return { kind: "Series", slug: `series-${number}`, inLanguage: "en", status: "published", name };
}

/** The work with a number, from 0: three films, then a document, with texts in one to three languages. */
export async function generateWork(
  number: number,
  seed: number,
  options: WorkOptions = {},
): Promise<GeneratedWork> {
  const random = randomFrom(seed * 1_000_003 + number * 104_729 + 2);
  const tags = options.languages ?? chooseLanguages(number, random);
  const isDocument = options.duration === undefined && number % 4 === 3;
  return isDocument
    ? generateDocument(number, tags, random, options)
    : generateEpisode(number, tags, random, options);
}

/** The first works are in English and Spanish, so that the bench can name their addresses. */
function chooseLanguages(number: number, random: Random): [LanguageTag, ...LanguageTag[]] {
  if (number < 4) return ["en", "es"];
  const first = random.pick(original);
  const others = translations.filter((tag) => tag !== first).slice(0, random.between(0, 2));
  return [first, ...others];
}

function commonFields(
  number: number,
  tags: readonly [LanguageTag, ...LanguageTag[]],
  random: Random,
) {
  const minutes = Date.UTC(2015, 0, 1) + number * 137 * 60_000;
  return {
    inLanguage: tags[0],
    status: "published" as const,
    datePublished: new Date(minutes).toISOString(),
    name: Object.fromEntries(tags.map((tag) => [tag, titleIn(tag, random)])),
    description: Object.fromEntries(
      tags.map((tag) => [tag, `${sentenceIn(tag, random)} ${sentenceIn(tag, random)}`.trim()]),
    ),
    keywords: [random.pick<string>(topics)],
    license: "CC-BY-NC-4.0",
  };
}

async function generateEpisode(
  number: number,
  tags: readonly [LanguageTag, ...LanguageTag[]],
  random: Random,
  options: WorkOptions,
): Promise<GeneratedWork> {
  // Mostly a few minutes, sometimes an hour.
  const duration = options.duration ?? Math.round(120 * 30 ** (random.next() ** 2));
  const times = spokenTimes(duration, random);
  const film = await file(filmBytes(number, options), "webm");
  const poster = await file(text(`poster ${number % 20}`), "webp");
  const captions = await Promise.all(
    tags.map(async (tag, index) => {
      const cues = captionsIn(tag, times, index > 0, random);
      return { tag, cues: cues.length, file: await file(text(webVtt(cues)), "vtt") };
    }),
  );
  const chapters = Array.from({ length: Math.min(60, Math.floor(duration / 300)) }, (_, index) => ({
    start: index * 300,
    name: Object.fromEntries(tags.map((tag) => [tag, titleIn(tag, random)])),
  }));
  const record: EpisodeRecord = {
    kind: "Episode",
    slug: options.slug ?? `work-${number}`,
    ...commonFields(number, tags, random),
    ...(options.slug === undefined && {
      series: `series-${Math.floor(number / episodesASeries)}`,
      episode: (number % episodesASeries) + 1,
    }),
    duration,
    video: [{ ...film.blob, duration, width: 1280, height: 720 }],
    poster: {
      file: poster.blob,
      alt: Object.fromEntries(tags.map((tag) => [tag, titleIn(tag, random)])),
      width: 1280,
      height: 720,
    },
    captions: captions.map(({ tag, cues, file: { blob } }, index) => ({
      inLanguage: tag,
      kind: index === 0 ? "captions" : "subtitles",
      file: blob,
      origin: "human",
      cues,
    })),
    chapters,
    attachments: [],
  };
  return { record, files: [film, poster, ...captions.map(({ file }) => file)] };
}

async function generateDocument(
  number: number,
  tags: readonly [LanguageTag, ...LanguageTag[]],
  random: Random,
  options: WorkOptions,
): Promise<GeneratedWork> {
  const texts = await Promise.all(
    tags.map(async (tag) => {
      const sections = Array.from({ length: random.between(2, 8) }, () => {
        const paragraph = Array.from({ length: 12 }, () => sentenceIn(tag, random)).join(" ");
        return `## ${titleIn(tag, random)}\n\n${paragraph}\n`;
      });
      return { tag, file: await file(text(sections.join("\n")), "md") };
    }),
  );
  const record: DocumentRecord = {
    kind: "Document",
    slug: options.slug ?? `work-${number}`,
    ...commonFields(number, tags, random),
    texts: texts.map(({ tag, file: { blob } }) => ({ inLanguage: tag, file: blob })),
    pictures: [],
  };
  return { record, files: texts.map(({ file }) => file) };
}

async function file<Extension extends Blob["extension"]>(
  bytes: Uint8Array<ArrayBuffer>,
  extension: Extension,
) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { blob: { sha256, extension, size: bytes.length }, bytes };
}

function text(value: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(value));
}

/** Bytes that no other film has. */
function filmBytes(number: number, { slug = "film", filmSize }: WorkOptions) {
  const name = text(`${slug} ${number}`);
  if (filmSize === undefined) return name;
  const bytes = new Uint8Array(filmSize);
  bytes.set(name);
  return bytes;
}
