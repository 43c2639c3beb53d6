import { beforeAll, expect, test } from "vitest";
import { publishSampleLibrary } from "../support/addresses.ts";
import { ask, get, origin } from "../support/ask.ts";
import { countCost } from "../support/count-cost.ts";
import { insertMany } from "../support/insert-many.ts";
import { document, episode, librarySettings, publish } from "../support/library.ts";

beforeAll(async () => {
  await publishSampleLibrary();
  const name = { en: "A [title](https://elsewhere.example)\n# Heading <script>" };
  await publish(await document("hostile", { name }));
});

test("lists every public work with its texts as Markdown, and each address answers", async () => {
  const response = await get("/llms.txt");
  expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  const text = await response.text();
  expect(text).toMatch(/^# The Library\n\n## Works\n\n- \[/);
  expect(text).toContain(`- [Film film](${origin}/en/watch/film): About film
  - [Film film](${origin}/transcripts/film/en.md): en
  - [Película film](${origin}/transcripts/film/es.md): es`);
  expect(text).toMatch(/^ {2}- \[[^\]]+\]\(\S+\/texts\/paper\/es\.md\): es$/m);
  expect(text).not.toMatch(/\/(?:draft|soon|gone)/);
  for (const [, address = ""] of text.matchAll(/\]\(https:\/\/library\.example([^)]+)\)/g)) {
    const answer = await get(address);
    expect(answer.status, address).toBe(200);
    await answer.arrayBuffer();
  }
});

test("a title is one line without markup", async () => {
  const text = await (await get("/llms.txt")).text();
  expect(text).toContain("- [A (title)(https://elsewhere.example) \\# Heading \\<script\\>](");
  expect(text.match(/^# /gm)).toHaveLength(1);
});

test("a large library is listed a hundred works at a time, in one round trip", async () => {
  await insertMany("many", 150, await episode("template"));
  const found: string[] = [];
  let path: string | undefined = "/llms.txt";
  while (path !== undefined) {
    const { bindings, cost } = countCost();
    const text = await (await ask(path, {}, bindings)).text();
    expect(cost.roundTrips).toBe(1);
    expect(cost.rowsRead).toBeLessThanOrEqual(200);
    found.push(
      ...[...text.matchAll(/^- .*\/(?:watch|read)\/([\w-]+)\)/gm)].map(([, slug = ""]) => slug),
    );
    [, path] = /\[The next works\]\(https:\/\/library\.example([^)]+)\)/.exec(text) ?? [];
  }
  expect(found).toHaveLength(154);
  expect(new Set(found).size).toBe(154);
  expect((await get("/llms.txt?cursor=x")).status).toBe(404);
});

/**
 * The form that llmstxt.org asks for, as its own parser reads it: a heading, a quotation, then only sections, in which
 * each line is a link with or without a note. It ends a title at the first square bracket, escaped or not.
 */
test("a library with supplied titles is read by the rules of llmstxt.org, line by line", async () => {
  await publish(librarySettings({ description: { en: "What it is about.\n\n## Not a section" } }));
  await publish(await document("letter", { name: { en: "[A letter]", es: "[Una carta] (1921)" } }));
  const text = await (await get("/llms.txt")).text();
  const [start = "", ...sections] = text.split(/^## /m);
  expect(start).toMatch(/^# [^\n]+\n\n> [^\n]+\n\n$/);
  expect(sections.map((section) => section.split("\n", 1)[0])).toEqual([
    "Works",
    "More works",
    "Optional",
  ]);
  const links = sections.flatMap((section) => section.trim().split("\n").slice(2));
  const titles = links.map((line) => {
    const [, title] = /^ *- \[([^\]]+)\]\((https:\/\/[^)\s]+)\)(?:: .+)?$/.exec(line) ?? [];
    return title ?? `can't be read: ${line}`;
  });
  expect(titles.filter((title) => title.startsWith("can't"))).toEqual([]);
  expect(titles).toContain("(A letter)");
});
