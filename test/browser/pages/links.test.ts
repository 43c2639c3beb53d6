import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { micromark } from "micromark";
import { describe, expect, inject, test } from "vitest";
import { decode, type Links, linksOf } from "../support/links.ts";

const { url } = inject("library");
const languages = ["en", "es", "vi", "ar"];

/** What an address answers: undefined links where it is no page. */
interface Answer {
  readonly status: number;
  readonly links: Links | undefined;
}

/** All that a sitemap tells of; of many works it is a list of sitemaps, and other tests publish many. */
async function mapped(sitemap: string): Promise<string[]> {
  const xml = await (await fetch(sitemap)).text();
  const named = [...xml.matchAll(/<(?:loc|video:\w+_loc)>([^<]*)</g)].map(([, at = ""]) =>
    decode(at.replaceAll("&#38;", "&")),
  );
  if (!xml.includes("<sitemapindex")) return named;
  return [...named, ...(await Promise.all(named.map(mapped))).flat()];
}

/** Where the crawl begins: all that the sitemap tells of, searches, and what no page links to. */
async function beginnings(): Promise<string[]> {
  const named = await mapped(`${url}/sitemap.xml`);
  const embeds = named.filter((at) => at.includes("/embed/")).map((at) => `${at}&transcript=1`);
  const searches = languages.map((language) => `${url}/${language}/search?q=deportation`);
  const others = ["/docs/problems", "/robots.txt", "/sitemap.xml"].map((path) => url + path);
  return [...named, ...embeds, ...searches, `${url}/es/search?q=zzzz&kind=Series`, ...others];
}

/** Every choice of filters is a page: those with one filter are read, those with more only asked for. */
function isRead({ pathname, searchParams }: URL): boolean {
  if (pathname.endsWith("/library")) return searchParams.size <= 1;
  if (pathname.includes("/watch/") || pathname.includes("/read/")) return searchParams.size === 0;
  return true;
}

async function ask(address: URL): Promise<Answer> {
  const reads = isRead(address);
  const response = await fetch(address, { method: reads ? "GET" : "HEAD" });
  const isPage = reads && response.headers.get("Content-Type")?.startsWith("text/html") === true;
  const links = isPage ? linksOf(await response.text()) : undefined;
  if (!isPage) await response.body?.cancel();
  return { status: response.status, links };
}

/** An anchor that is no element's: a moment of a film, or words that the browser looks for. */
const isOfAnotherKind = (anchor: string) => anchor === "" || /^t=|^:~:text=/.test(anchor);

/** Follows every link on this library. @returns how many answered, and what is wrong with the others */
async function crawl(): Promise<{ pages: string[]; wrong: string[] }> {
  const answers = new Map<string, Answer>();
  const wanted = new Map<string, { from: string; anchor: string }[]>();
  const waiting: string[] = [];

  function note(link: string, from: string): void {
    const address = new URL(link, from);
    // Other sites, and letters, are theirs to answer for.
    if (address.origin !== url) return;
    // A reader may search some times a minute only: what narrows a search has tests of its own.
    if (from !== url && address.searchParams.has("q") && address.pathname.endsWith("/search"))
      return;
    const anchor = decodeURIComponent(address.hash.slice(1));
    address.hash = "";
    const places = wanted.get(address.href);
    if (places === undefined) waiting.push(address.href);
    wanted.set(address.href, [...(places ?? []), { from, anchor }]);
  }

  async function work(): Promise<void> {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const answer = await ask(new URL(next));
      answers.set(next, answer);
      for (const target of answer.links?.targets ?? []) note(target, next);
    }
  }

  for (const address of await beginnings()) note(address, url);
  // A worker may find nothing to do while others are still reading.
  while (waiting.length > 0) await Promise.all(Array.from({ length: 8 }, work));

  const wrong = [...wanted].flatMap(([address, places]) => {
    const { status = 0, links } = answers.get(address) ?? {};
    if (status !== 200 && status !== 301) {
      return [`${status} ${address}, a link of ${places[0]?.from}`];
    }
    return places
      .filter(({ anchor }) => !isOfAnotherKind(anchor) && links?.ids.has(anchor) === false)
      .map(({ from, anchor }) => `no #${anchor} at ${address}, a link of ${from}`);
  });
  return { pages: [...answers.keys()].map((address) => address.slice(url.length)), wrong };
}

test("every link and anchor of the site leads somewhere, in all its languages", async () => {
  const { pages, wrong } = await crawl();
  expect(wrong).toEqual([]);
  // It came everywhere.
  for (const place of [
    ...languages.map((language) => `/${language}/watch/criminalizing-migration`),
    ...languages.map((language) => `/${language}/about/cite`),
    "/embed/criminalizing-migration?lang=es&transcript=1",
    "/transcripts/criminalizing-migration/es.html",
    "/transcripts/criminalizing-migration/en+vi.html",
    "/captions/criminalizing-migration/vi.vtt",
    "/en/library?kind=Document&in=es",
    "/en/library",
  ]) {
    expect(pages).toContain(place);
  }
}, 180_000);

const root = join(import.meta.dirname, "../../..");
const written = globSync(["*.md", "docs/*.md"], { cwd: root });

/** A heading's id as GitHub makes it. */
function idsOf(markdown: string): Set<string> {
  const counts = new Map<string, number>();
  const headings = micromark(markdown).matchAll(/<h[1-6]>(.*?)<\/h[1-6]>/g);
  const ids = [...headings].map(([, heading = ""]) => {
    const words = decode(heading.replace(/<[^>]*>/g, "")).toLowerCase();
    const id = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  });
  return new Set(ids);
}

/** What is wrong with a link of a file. */
function mistakeIn(path: string, link: string): string | undefined {
  const [to = "", anchor] = link.split("#", 2);
  const file = to === "" ? join(root, path) : join(root, dirname(path), decodeURIComponent(to));
  if (relative(root, file).startsWith("..") || !existsSync(file)) return `no file ${to}`;
  if (anchor === undefined || !file.endsWith(".md")) return undefined;
  const isThere = idsOf(readFileSync(file, "utf8")).has(decodeURIComponent(anchor));
  return isThere ? undefined : `no heading #${anchor} in ${relative(root, file)}`;
}

describe("every relative link and anchor leads somewhere in", () => {
  test.each(written)("%s", (path) => {
    const { targets } = linksOf(micromark(readFileSync(join(root, path), "utf8")));
    const own = targets.filter((link) => !/^(https?|mailto):/.test(link) && link !== "");
    const mistakes = own.map((link) => mistakeIn(path, link));
    expect(mistakes.filter((mistake) => mistake !== undefined)).toEqual([]);
  });
});

test("a link to a file or heading that isn't there would be found", () => {
  expect(mistakeIn("docs/cli.md", "staff.md")).toBeUndefined();
  expect(mistakeIn("docs/cli.md", "nothing.md")).toBe("no file nothing.md");
  expect(mistakeIn("docs/cli.md", "staff.md#nothing")).toBe("no heading #nothing in docs/staff.md");
  const { targets, ids } = linksOf('<a id="x" href="/a?b&amp;c"><img src="/d"></a><p id="y">');
  expect(targets).toEqual(["/a?b&c", "/d"]);
  expect([...ids]).toEqual(["x", "y"]);
});
