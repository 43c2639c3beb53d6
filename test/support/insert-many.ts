import { env } from "cloudflare:workers";
import { canonicalJson } from "../../src/records/digest.ts";
import type { EpisodeRecord } from "../../src/records/schema/record.ts";
import { facetsOfWork } from "../../src/storage/lists/facet-index.ts";

/**
 * Inserts many copies of an episode directly into D1: `{prefix}-1`, `{prefix}-2` …, published a minute apart.
 * @param template if it has a series, this must be in the library
 */
export async function insertMany(
  prefix: string,
  count: number,
  template: EpisodeRecord,
): Promise<void> {
  const numbers = `with recursive numbers(n) as (values (1) union all select n + 1 from numbers where n < ${count})`;
  const slug = `'${prefix}-' || n`;
  const at = `strftime('%Y-%m-%dT%H:%M:%S.000Z', '2025-01-01', '+' || n || ' minutes')`;
  const record = `json_set(?1, '$.slug', ${slug}, '$.episode', n, '$.datePublished', ${at})`;
  const bound = (sql: string, ...more: unknown[]) =>
    env.DB.prepare(sql).bind(canonicalJson(template), ...more);
  await env.DB.batch([
    bound(`insert into revisions ${numbers}
      select ${slug}, 1, printf('%064x', n), ${record}, '2026-01-01' from numbers`),
    bound(
      `insert into works (slug, revision, digest, kind, status, date_published, series, position, public_record) ${numbers}
        select ${slug}, 1, printf('%064x', n), 'Episode', 'published', ${at}, ?2, 1000000 + n, ${record}
        from numbers`,
      template.series ?? null,
    ),
    env.DB.prepare(`insert into facet_index ${numbers}
      select choice.value ->> 'kind', choice.value ->> 'series', language.value, topic.value, ${at}, ${slug}
      from numbers, json_each(?1 ->> 'seriesAndKinds') choice, json_each(?1 ->> 'languages') language,
        json_each(?1 ->> 'topics') topic
      where language.value <> '' or topic.value <> ''`).bind(
      JSON.stringify(facetsOfWork(template)),
    ),
    env.DB.prepare(`insert into harvest (id, is_deleted, slug, datestamp, series) ${numbers}
      select substr(lower(hex('${prefix}')) || '00000000', 1, 8) || printf('%08x', n), 0, ${slug}, substr(${at}, 1, 19) || 'Z', ?1 from numbers`).bind(
      template.series ?? null,
    ),
    env.DB.prepare(`insert into texts (slug, language, format, body) ${numbers}
      select ${slug}, 'en', 'cues', '[[0,2,"Hello."]]' from numbers`),
  ]);
}
