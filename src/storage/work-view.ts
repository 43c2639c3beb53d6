import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { baseLanguage } from "../i18n/tag.ts";
import { librarySlug } from "../records/schema/slug.ts";
import type { SecondaryText, WorkPart, WorkText, WorkView } from "../records/views.ts";
import { type Database, readFirstRow } from "./database.ts";
import { findKnownText, type KnownText, rememberText } from "./memory/texts.ts";
import {
  currentEpisode,
  currentItem,
  currentLibrary,
  currentSeries,
  optionalJson,
  remembered,
  storedFlag,
  storedJson,
  storedTexts,
  storedWordCounts,
} from "./read-json.ts";
import { currentSlug } from "./slugs/former-slugs.ts";
import { currentJson, isPublic } from "./works.ts";

/**
 * Reads a work with what an answer shows, in one statement: one round trip, and at most six rows in a
 * library of any size (DESIGN 12; D1 bills by the row).
 * @param slug the work's slug, or one that it had before
 * @param language BCP 47 tag. The text is the first that exists: in this language, in a variety of it (`es-MX`
 *   for `es`), in its base language, in a neighbor that the library's settings name, in the original, in any
 * @param now ISO 8601 in UTC: an episode scheduled for later isn't the next episode
 */
export async function readWork<Part extends WorkPart = WorkPart>(
  database: Database,
  slug: string,
  language: string,
  now: string,
  options: ReadWorkOptions<Part> = {},
): Promise<WorkView<Part>> {
  // A preview's text isn't kept.
  const known = options.preview === undefined ? findKnownText(slug, language) : undefined;
  const languages = textLanguages(language);
  const query = workViewQuery(currentSlug(slug), languages, now, { ...options, known });
  const row = viewRow.parse(await readFirstRow(database, query));
  if (options.preview === undefined && typeof row.text === "object") {
    rememberText(slug, language, row.text);
  }
  return toWorkView(row, now, known);
}

/** The languages in which a text is looked for, in order. */
export function textLanguages(language: string): (string | SQL)[] {
  const languages = [...new Set([language, baseLanguage(language)])];
  return [...languages, neighbor(language, 0), neighbor(language, 1)];
}

/** Parses what `workViewQuery` answers. */
export function parseWorkView(row: unknown, now: string): WorkView {
  return toWorkView(viewRow.parse(row), now);
}

/** @param known the text that the statement named */
function toWorkView(row: z.infer<typeof viewRow>, now: string, known?: KnownText): WorkView {
  const { text, secondary, related, ...view } = row;
  return {
    ...view,
    text: text === unchanged ? known?.text : text?.text,
    secondary: secondary === unchanged ? undefined : secondary?.text,
    related: (related ?? []).filter(({ since }) => since <= now),
  };
}

/** What an answer needs. Each part, and each option, reads a row or more. */
export interface ReadWorkOptions<Part extends WorkPart = WorkPart> {
  /** Without it all are read. */
  readonly parts?: readonly Part[] | undefined;
  /** SHA-256 of the secret in a preview link, if the reader opened one. */
  readonly preview?: string | undefined;
  /** A second text. */
  readonly secondary?: SecondaryText | undefined;
}

interface WorkViewOptions extends ReadWorkOptions {
  /** The text is answered only if it is another one. */
  readonly known?: KnownText | undefined;
}

const relatedWork = z.object({
  digest: z.string(),
  since: z.string(),
  kind: z.enum(["Series", "Episode", "Document"]),
  slug: z.string(),
  inLanguage: z.string(),
  name: storedTexts,
  duration: z.number().nullable(),
  wordCounts: storedWordCounts,
});

/** What the statement answers in place of the text that it was told of. No text is empty: it begins with its version. */
const unchanged = "";

const textColumn = z
  .string()
  .nullable()
  .transform((text) => {
    if (text === null) return undefined;
    return text === unchanged ? unchanged : parseTextColumn(text);
  });

/** What the statement answers. Each column is a value of its own, as D1 limits each to 2,000,000 bytes. */
const viewRow = z.object({
  library: optionalJson(currentLibrary),
  work: optionalJson(currentItem),
  text: textColumn,
  secondary: textColumn,
  series: optionalJson(currentSeries),
  next: optionalJson(currentEpisode),
  related: optionalJson(remembered(z.array(relatedWork))),
  isPreview: storedFlag,
});

/** The statement that reads a work for its pages. @param slug an expression: the slug that it has today */
export function workViewQuery(
  slug: SQL,
  languages: readonly (string | SQL)[],
  now: string,
  { parts, preview, secondary, known }: WorkViewOptions = {},
): SQL {
  const only = (part: WorkPart, value: SQL) =>
    parts === undefined || parts.includes(part) ? value : sql`null`;
  const isPreview =
    preview === undefined
      ? sql`0`
      : sql`exists (select 1 from previews p
        where p.sha256 = ${preview} and p.slug = w.slug and p.expires_at > ${now})`;
  const value = known === undefined ? textValue : textUnless(known);
  const texts = [
    ...languages.map((language) => textIn(language, value)),
    originalText(value),
    anyText(value),
  ];
  // A library may have no settings yet; its works are read then, too, without neighbor languages.
  return sql`select
      case when settings.slug is not null then ${currentJson("settings")} end as library,
      case when w.slug is not null then ${currentJson("w")} end as work,
      ${only("text", sql`coalesce(${sql.join(texts, sql`, `)})`)} as text,
      ${secondaryText(secondary)} as secondary,
      ${only("series", seriesOfWork(now))} as series,
      ${only("next", nextEpisode(now))} as next,
      ${only("related", sql`w.related`)} as related,
      ${isPreview} as isPreview
    from (select ${librarySlug} as library, ${slug} as work) asked
      left join works settings on settings.slug = asked.library
      left join works w on w.slug = asked.work`;
}

const seriesOfWork = (now: string) => sql`(select ${currentJson("s")} from works s
  where s.slug = w.series and ${isPublic("s", now)})`;

const nextEpisode = (now: string) => sql`(select ${currentJson("n")} from works n
  where n.series = w.series and ${isPublic("n", now)} and n.position > w.position
  order by n.position, n.slug limit 1)`;

/** What tells a text from all others: a line each. The digest is that of the work, which names the text's file. */
const textVersion = [
  "w.slug || ' ' || w.digest",
  "t.language",
  "t.format",
  "t.corrections",
  "length(t.body)",
]
  .map((line) => `${line} || char(10)`)
  .join(" || ");

/** A text as one value: its version, then its body. As JSON it would be longer. */
const textValue = sql.raw(`${textVersion} || t.body`);

const textUnless = ({ version }: KnownText) =>
  sql`iif(${sql.raw(textVersion)} = ${version}, ${sql.raw(`'${unchanged}'`)}, ${textValue})`;

const textFacts = z.tuple([
  z.string(),
  z.string(),
  z.enum(["cues", "markdown"]),
  storedJson(
    z.array(z.object({ at: z.string(), before: z.string().nullable(), after: z.string() })),
  ),
  z.string(),
]);

function parseTextColumn(value: string): KnownText {
  const [, language, format, corrections] = textFacts.parse(value.split("\n", 5));
  const version = /^(?:[^\n]*\n){5}/.exec(value)?.[0] ?? "";
  const text: WorkText = { language, format, corrections, body: value.slice(version.length) };
  return { text, version };
}

/** A text in a language, or else in a variety of it. This is a range of the primary key, as `.` follows `-`. */
function textIn(language: string | SQL, value: SQL): SQL {
  return sql`(select ${value} from texts t where t.slug = w.slug
    and t.language >= ${language} and t.language < ${language} || '.' order by t.language limit 1)`;
}

const originalText = (value: SQL) => sql`(select ${value} from texts t where t.slug = w.slug
  and t.language = json_extract(w.public_record, '$.inLanguage'))`;

function secondaryText(secondary: SecondaryText | undefined): SQL {
  if (secondary === undefined) return sql`null`;
  return secondary === "original" ? originalText(textValue) : textIn(secondary.language, textValue);
}

const anyText = (value: SQL) => sql`(select ${value} from texts t where t.slug = w.slug
  order by t.language limit 1)`;

/** A language that the library's settings name as a substitute for another, nearest first. */
function neighbor(language: string, index: number): SQL {
  // In a JSON path, SQLite refuses a backslash, a quote and U+0000, which no language tag has.
  if (!/^[A-Za-z0-9-]+$/.test(language)) return sql`null`;
  return sql`json_extract(settings.public_record, ${`$.neighbours."${language}"[${index}]`})`;
}
