/**
 * The library with two additions for the bench: it publishes generated works, by the same code as the staff API, and
 * tells what an answer cost if the request has the header `Bench-Count`.
 */
import type { Bindings } from "../../src/delivery/http/environment.ts";
import { apply } from "../../src/publishing/apply.ts";
import type { LibraryItem } from "../../src/records/schema/record.ts";
import { routes } from "../../src/routes.ts";
import { storeBlob } from "../../src/storage/blobs.ts";
import { openDatabase } from "../../src/storage/database.ts";
import { countCost } from "../../test/support/count-cost.ts";
import {
  episodesASeries,
  generateSeries,
  generateWork,
  settings,
  type WorkOptions,
} from "./works.ts";

/** What `/bench/fill` is asked for. */
interface FillRequest {
  readonly seed: number;
  /** The numbers of the works. */
  readonly from: number;
  readonly count: number;
  readonly options?: WorkOptions;
}

/** The bench asks more often than a reader may. */
const noLimit: RateLimit = { limit: async () => ({ success: true }) };

export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname === "/bench/fill") {
      await fill(env, await request.json<FillRequest>());
      return new Response("published");
    }
    if (pathname === "/bench/rows") return Response.json(await countRows(env));
    const unlimited = { SEARCH_LIMIT: noLimit, STAFF_LIMIT: noLimit, REPORT_LIMIT: noLimit };
    if (!request.headers.has("Bench-Count")) {
      return routes.fetch(request, { ...env, ...unlimited }, context);
    }
    const { bindings, cost } = countCost();
    const answer = await routes.fetch(request, { ...bindings, ...unlimited }, context);
    const body = await answer.arrayBuffer();
    const counted = new Response(answer.status === 304 ? null : body, answer);
    counted.headers.set("Bench-Cost", JSON.stringify(cost));
    return counted;
  },
} satisfies ExportedHandler<Bindings>;

async function fill({ DB, BLOBS }: Bindings, { seed, from, count, options }: FillRequest) {
  const database = openDatabase(DB);
  const now = new Date();
  const publish = (record: LibraryItem) =>
    apply(database, BLOBS, { record, replaces: undefined, actor: "bench", now });
  const works = await Promise.all(
    Array.from({ length: count }, (_, index) => generateWork(from + index, seed, options)),
  );
  const files = new Map(
    works.flatMap((work) => work.files).map((file) => [file.blob.sha256, file]),
  );
  await Promise.all(
    Array.from(files.values(), async ({ blob, bytes }) => {
      const { body } = new Response(bytes);
      if (body !== null) await storeBlob(BLOBS, database, blob, body, now.toISOString());
    }),
  );
  if (from === 0 && options === undefined) await publish(settings);
  for (const [index, { record }] of works.entries()) {
    const number = from + index;
    if (number % episodesASeries === 0 && options === undefined) {
      await publish(generateSeries(number / episodesASeries, seed));
    }
    await publish(record);
  }
}

/** How much is stored: revisions, files and what was done. */
async function countRows({ DB }: Bindings): Promise<Record<string, number>> {
  const tables = ["revisions", "blobs", "events", "uploads"];
  const counts = await DB.batch<{ n: number }>(
    tables.map((table) => DB.prepare(`select count(*) as n from ${table}`)),
  );
  return Object.fromEntries(
    tables.map((table, index) => [table, counts[index]?.results[0]?.n ?? 0]),
  );
}
