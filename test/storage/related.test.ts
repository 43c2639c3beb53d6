import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { withdraw } from "../../src/publishing/withdraw.ts";
import type { DocumentRecord, WorkRecord } from "../../src/records/schema/record.ts";
import { rebuildSearchRows } from "../../src/storage/search/rebuild.ts";
import { readWork } from "../../src/storage/work-view.ts";
import { ask, get } from "../support/ask.ts";
import { countCost } from "../support/count-cost.ts";
import { database, document, episode, librarySettings, publish } from "../support/library.ts";

const now = "2026-02-01T00:00:00.000Z";

async function relatedTo(slug: string, at = now): Promise<string[]> {
  return (await readWork(database, slug, "en", at)).related.map((work) => work.slug);
}

beforeAll(async () => {
  await publish(librarySettings());
  await publish(await episode("film", { related: ["memo", "later", "missing", "plan"] }));
  await publish(await document("memo"));
  await publish(await document("plan"));
  await publish(await document("guide", { related: ["film"], datePublished: "2026-01-02" }));
  await publish(await document("newer-guide", { related: ["film"], datePublished: "2026-01-03" }));
  await publish(await document("later", { datePublished: "2026-03-01" }));
  await publish(await document("draft", { related: ["film"], status: "draft" }));
});

describe("a work's page lists related works", () => {
  test("that it names, in its order, then those that name it, the newest first", async () => {
    expect(await relatedTo("film")).toEqual(["memo", "plan", "newer-guide", "guide"]);
    expect(await relatedTo("memo")).toEqual(["film"]);
  });

  test("that are scheduled, from their date on", async () => {
    const day = "2026-03-01T00:00:00.000Z";
    expect(await relatedTo("film", day)).toContain("later");
  });

  test("that were published after it", async () => {
    await publish(await document("missing"));
    expect(await relatedTo("film")).toEqual(["memo", "missing", "plan", "newer-guide", "guide"]);
  });

  test("by their current names, in the reader's language", async () => {
    await publish(await document("memo", { name: { en: "Renamed", es: "Otro nombre" } }));
    expect(await (await get("/en/watch/film")).text()).toContain(
      '<a href="/en/read/memo">Renamed</a>',
    );
    expect(await (await get("/es/watch/film")).text()).toContain("Otro nombre");
  });

  test("until neither work names the other", async () => {
    await publish(await document("guide", { related: [], datePublished: "2026-01-02" }));
    expect(await relatedTo("film")).not.toContain("guide");
    await publish(await episode("film", { related: ["plan"] }));
    expect(await relatedTo("memo")).toEqual([]);
    expect(await relatedTo("film")).toEqual(["plan", "newer-guide"]);
  });

  test("until one is withdrawn: its name disappears from all other pages at once", async () => {
    const request = { slug: "plan", replaces: undefined, actor: "Ana", now: new Date(now) };
    await withdraw(database, env.BLOBS, request, { en: "Gone." });
    expect(await relatedTo("film")).toEqual(["newer-guide"]);
    const html = await (await get("/en/watch/film")).text();
    expect(html).toContain("Paper newer-guide");
    expect(html).not.toContain("Paper plan");
  });

  test("without reading their rows", async () => {
    const cost = async (slug: string) => {
      const { bindings, cost } = countCost();
      await (await ask(`/en/watch/${slug}`, {}, bindings)).arrayBuffer();
      expect(cost.roundTrips).toBe(1);
      return cost.rowsRead;
    };
    await publish(await episode("alone"));
    expect(await cost("film")).toBe(await cost("alone"));
  });
});

/** The related works that a page should list, from all records. */
function expected(slug: string, all: ReadonlyMap<string, WorkRecord>): string[] {
  const own = all.get(slug)?.related ?? [];
  const isShown = (other: string) => other !== slug && all.get(other)?.status === "published";
  const naming = [...all.keys()].filter(
    (other) => !own.includes(other) && all.get(other)?.related?.includes(slug),
  );
  return [...new Set(own), ...naming.sort()].filter(isShown);
}

test("after any sequence of changes, and after a rebuild, each page lists what the records say", async () => {
  const slugs = ["one", "two", "three", "four"];
  const step = fc.record({
    slug: fc.constantFrom(...slugs),
    related: fc.array(fc.constantFrom(...slugs), { maxLength: 4 }),
    status: fc.constantFrom("published" as const, "published" as const, "draft" as const),
  });
  const template = await document("template");
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      run += 1;
      const own = (slug: string) => `run-${run}-${slug}`;
      const records = new Map<string, WorkRecord>();
      const expectAllPages = async () => {
        for (const slug of records.keys()) {
          expect(await relatedTo(slug)).toEqual(expected(slug, records));
        }
      };
      for (const { slug, related, status } of steps) {
        const record: DocumentRecord = {
          ...template,
          slug: own(slug),
          related: related.map(own),
          status,
        };
        await publish(record);
        records.set(record.slug, record);
        await expectAllPages();
      }
      await env.DB.prepare("update works set related = '[]' where slug like ?")
        .bind(`${own("")}%`)
        .run();
      await env.DB.prepare("delete from relations where slug like ?")
        .bind(`${own("")}%`)
        .run();
      await rebuildSearchRows(database, own(""), { works: records.size, bytes: 10_000_000 });
      await expectAllPages();
    }),
    { numRuns: 6 },
  );
});
