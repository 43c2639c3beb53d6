import { expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import { document, librarySettings, publish } from "../../support/library.ts";

const textAt = async (path: string) => (await get(path)).text();

test("only a library with nothing in it says that nothing has been published", async () => {
  const words = "Nothing has been published yet.";
  expect(await textAt("/en/")).toContain(words);
  await publish(await document("memo"));
  expect(await textAt("/en/")).not.toContain(words);
});

test("long titles, and long names of libraries, are marked for smaller type and another place", async () => {
  expect(await textAt("/en/read/memo")).toContain("<h1>");
  expect(await textAt("/en/read/memo")).toContain('class="brand"');
  await publish(await document("sentence", { name: { en: "What is it, and why? ".repeat(5) } }));
  expect(await textAt("/en/read/sentence")).toContain('<h1 class="long">');
  await publish(librarySettings({ name: { en: "The neighbors’ archive" } }));
  expect(await textAt("/en/")).toContain('class="brand wide"');
  await publish(librarySettings({ name: { en: "The archive of the neighbors of Eighth Street" } }));
  expect(await textAt("/en/")).toContain('class="brand wider"');
});
