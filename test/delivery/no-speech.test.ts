import { beforeAll, expect, test } from "vitest";
import { get } from "../support/ask.ts";
import { episode, librarySettings, publish } from "../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(await episode("silent", { inLanguage: "zxx", captions: [] }));
});

test("a film without speech is described so to programs, in the reader's language, not by its tag", async () => {
  const { metadata } = await (await get("/iiif/silent/manifest.json")).json<{
    metadata: unknown;
  }>();
  const facts = JSON.stringify(metadata);
  expect(facts).toContain('"es":["Sin diálogo"]');
  expect(facts).not.toContain("zxx");
  const { items } = await (await get("/api/v1/languages?lang=vi")).json<{ items: unknown[] }>();
  expect(items).toContainEqual(
    expect.objectContaining({ tag: "zxx", ownName: "Không lời", name: "Không lời" }),
  );
});
