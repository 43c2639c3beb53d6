import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { baseLanguage } from "../i18n/tag.ts";
import { librarySlug } from "../records/schema/slug.ts";
import type { SecondaryText, WorkView } from "../records/views.ts";
import type { Database } from "./database.ts";
import {
  currentEpisode,
  currentItem,
  currentLibrary,
  currentSeries,
  orUndefined,
  readJson,
  storedTexts,
} from "./read-json.ts";
import { currentSlug } from "./slugs/former-slugs.ts";
import { currentJson, isPublic } from "./works.ts";

/**
 * Reads a work with everything that its pages show, in one statement: one round trip, and at most six rows in a
 * library of any size (DESIGN 12; D1 bills by the row).
 * @param slug the work's slug, or one that it had before
 * @param language BCP 47 tag. The text is the first that exists: in this language, in a variety of it (`es-MX`
 *   for `es`), in its base language, in a neighbor that the library's settings name, in the original, in any
 * @param now ISO 8601 in UTC: an episode scheduled for later isn't the next episode
 */
export async function readWork(
  database: Database,
  slug: string,
  language: string,
  now: string,
  options: ReadWorkOptions = {},
): Promise<WorkView> {
  const languages = [...new Set([language, baseLanguage(language)])];
  const withNeighbors = [...languages, neighbor(language, 0), neighbor(language, 1)];
  // A library may have no settings yet; its works are read then, too, without neighbor languages.
  const row = await database.get<{ view: string }>(sql`
    select coalesce(
      (select json_object(
          'library', ${currentJson("settings")},
          'view', ${workJson(slug, withNeighbors, now, options)})
        from works settings where settings.slug = ${librarySlug}),
      json_object('view', ${workJson(slug, languages, now, options)})) as view`);
  const { library, view } = readJson(workView, row.view);
  return {
    library,
    work: view?.work,
    text: view?.text,
    secondary: view?.secondary,
    series: view?.series,
    next: view?.next,
    related: (view?.related ?? []).filter(({ since }) => since <= now),
    isPreview: view?.isPreview === 1,
  };
}

/** What some addresses need in addition. Each option reads one row more. */
export interface ReadWorkOptions {
  /** SHA-256 of the secret in a preview link, if the reader opened one. */
  readonly preview?: string | undefined;
  /** A second text. */
  readonly secondary?: SecondaryText | undefined;
}

const workText = z.object({
  language: z.string(),
  format: z.enum(["cues", "markdown"]),
  body: z.string(),
  corrections: z.array(
    z.object({ at: z.string(), before: z.string().nullable(), after: z.string() }),
  ),
});

const relatedWork = z.object({
  digest: z.string(),
  since: z.string(),
  kind: z.enum(["Series", "Episode", "Document"]),
  slug: z.string(),
  inLanguage: z.string(),
  name: storedTexts,
  duration: z.number().nullable(),
});

/** What the statement gives. */
const workView = z.object({
  library: orUndefined(currentLibrary),
  view: orUndefined(
    z.object({
      work: currentItem,
      text: orUndefined(workText),
      secondary: orUndefined(workText),
      series: orUndefined(currentSeries),
      next: orUndefined(currentEpisode),
      related: z.array(relatedWork),
      isPreview: z.literal([0, 1]).default(0),
    }),
  ),
});

function workJson(
  slug: string,
  languages: readonly (string | SQL)[],
  now: string,
  { preview, secondary }: ReadWorkOptions,
): SQL {
  const isPreview =
    preview === undefined
      ? sql``
      : sql`'isPreview', exists (select 1 from previews p
        where p.sha256 = ${preview} and p.slug = w.slug and p.expires_at > ${now}),`;
  const texts = [...languages.map(textIn), originalText, anyText];
  return sql`(select json_object(
      ${isPreview}
      'work', ${currentJson("w")},
      'text', json(coalesce(${sql.join(texts, sql`, `)})),
      'secondary', json(${secondaryText(secondary)}),
      'series', (select ${currentJson("s")} from works s
        where s.slug = w.series and ${isPublic("s", now)}),
      'next', (select ${currentJson("n")} from works n
        where n.series = w.series and ${isPublic("n", now)} and n.position > w.position
        order by n.position, n.slug limit 1),
      'related', json(w.related)
    ) from works w where w.slug = ${currentSlug(slug)})`;
}

const textJson = sql.raw(
  "json_object('language', t.language, 'format', t.format, 'body', t.body, 'corrections', json(t.corrections))",
);

/** A text in a language, or else in a variety of it. This is a range of the primary key, as `.` follows `-`. */
function textIn(language: string | SQL): SQL {
  return sql`(select ${textJson} from texts t where t.slug = w.slug
    and t.language >= ${language} and t.language < ${language} || '.' order by t.language limit 1)`;
}

const originalText = sql`(select ${textJson} from texts t where t.slug = w.slug
  and t.language = json_extract(w.public_record, '$.inLanguage'))`;

function secondaryText(secondary: SecondaryText | undefined): SQL {
  if (secondary === undefined) return sql`null`;
  return secondary === "original" ? originalText : textIn(secondary.language);
}

const anyText = sql`(select ${textJson} from texts t where t.slug = w.slug
  order by t.language limit 1)`;

/** A language that the library's settings name as a substitute for another, nearest first. */
function neighbor(language: string, index: number): SQL {
  // In a JSON path, SQLite refuses a backslash, a quote and U+0000, which no language tag has.
  if (!/^[A-Za-z0-9-]+$/.test(language)) return sql`null`;
  return sql`json_extract(settings.public_record, ${`$.neighbours."${language}"[${index}]`})`;
}
