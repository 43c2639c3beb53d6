/** The library's own search on generated films, and the least that D1 can do beside it. */
import { digestOf } from "../../src/records/digest.ts";
import { parseSearchQuery } from "../../src/search/query/query.ts";
import { openDatabase } from "../../src/storage/database.ts";
import { writeRevision } from "../../src/storage/publish.ts";
import { searchWorks } from "../../src/storage/search/search.ts";
import { generate } from "./generate.ts";

const now = "2026-11-25T00:00:00.000Z";

export default {
  async fetch(request, { DB }) {
    const { pathname, searchParams } = new URL(request.url);
    const number = (name: string) => Number(searchParams.get(name));
    if (pathname === "/fill") {
      await fill(DB, number("from"), number("count"));
      return new Response("filled");
    }
    if (pathname === "/floor") {
      const one = DB.prepare("select public_record from works where slug = ?").bind("film-1");
      const { results, meta } = await one.all<{ public_record: string }>();
      return answer(results[0]?.public_record ?? "", meta.rows_read);
    }
    const cost = { rows: 0 };
    const terms = parseSearchQuery(searchParams.get("q") ?? "");
    const query = { terms, language: "en", limit: number("limit"), now };
    const page = await searchWorks(openDatabase(counted(DB, cost)), query);
    return answer(`${page.hits.length} hits`, cost.rows);
  },
} satisfies ExportedHandler<{ DB: D1Database }>;

/** Publishes films as publishing does, each in a batch of its own. */
async function fill(binding: D1Database, from: number, count: number): Promise<void> {
  const database = openDatabase(binding);
  for (let number = from; number < from + count; number += 1) {
    const { record, texts } = generate(number);
    const digest = await digestOf(record);
    const change = { record, digest, texts, replaces: undefined, actor: "bench", now };
    await writeRevision(database, change);
  }
}

function answer(text: string, rows: number): Response {
  return new Response(text, { headers: { "Rows-Read": String(rows) } });
}

/** The database, with the rows that its statements read added up. */
function counted(database: D1Database, cost: { rows: number }): D1Database {
  const statement = (inner: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(inner, {
      get(target, name) {
        if (name === "bind") return (...values: unknown[]) => statement(target.bind(...values));
        if (name !== "all") return Reflect.get(target, name).bind(target);
        return async () => {
          const result = await target.all();
          cost.rows += result.meta.rows_read;
          return result;
        };
      },
    });
  return new Proxy(database, {
    get: (target, name) =>
      name === "prepare"
        ? (sql: string) => statement(target.prepare(sql))
        : Reflect.get(target, name).bind(target),
  });
}
