import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { document, episode, publish, series, track, vtt } from "../../support/library.ts";

async function facetRows(): Promise<unknown[]> {
  const order = "order by slug, kind, series, language, topic";
  return (await env.DB.prepare(`select * from facet_index ${order}`).all()).results;
}

test("the migration that made the index fills it as publishing does", async () => {
  await publish(series("tale"));
  const captions = [
    await track("es-MX", vtt("Hola.")),
    { ...(await track("vi", vtt("A door."))), kind: "descriptions" as const },
  ];
  await publish(
    await episode("film", { series: "tale", captions, keywords: ["History", "history "] }),
  );
  await publish(await episode("alone"));
  await publish(await document("paper", { keywords: ["Second chances", "work"] }));
  await publish(await document("undated", { datePublished: undefined }));
  await publish(await document("draft", { status: "draft" }));
  const before = await facetRows();
  expect(before.length).toBeGreaterThan(20);

  const migration = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith("0003"));
  const filling = migration?.queries.find((query) => /INSERT/i.test(query)) ?? "";
  await env.DB.prepare("delete from facet_index").run();
  // The statement is of its time: it fills the table by its old name.
  await env.DB.prepare(filling.replace("`shelves`", "`facet_index`")).run();
  expect(await facetRows()).toEqual(before);
});
