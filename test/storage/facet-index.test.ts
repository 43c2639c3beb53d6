import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { document, episode, publish, series, track, vtt } from "../support/library.ts";

async function shelved(): Promise<unknown[]> {
  const order = "order by slug, kind, series, language, topic";
  return (await env.DB.prepare(`select * from shelves ${order}`).all()).results;
}

test("the migration puts what a library has already where publishing puts it", async () => {
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
  const before = await shelved();
  expect(before.length).toBeGreaterThan(20);

  const migration = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith("0003"));
  const filling = migration?.queries.find((query) => /INSERT/i.test(query)) ?? "";
  await env.DB.prepare("delete from shelves").run();
  await env.DB.prepare(filling).run();
  expect(await shelved()).toEqual(before);
});
