import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { micromark } from "micromark";
import { describe, expect, inject, test } from "vitest";
import { decode, type Links, linksOf } from "../support/links.ts";

const { url } = inject("library");
const languages = ["en", "es", "vi", "ar"];

/** The response of an address; links is undefined if it isn't an HTML page. */
interface Visited {
  readonly status: number;
  readonly links: Links | undefined;
}

/** All addresses of a sitemap. It may be a list of sitemaps, because other tests publish many works. */
async function readSitemap(sitemap: string): Promise<string[]> {
  const xml = await (await fetch(sitemap)).text();
  const named = [...xml.matchAll(/<(?:loc|video:\w+_loc)>([^<]*)</g)].map(([, at = ""]) =>
    decode(at.replaceAll("&#38;", "&")),
  );
  if (!xml.includes("<sitemapindex")) return named;
  return [...named, ...(await Promise.all(named.map(readSitemap))).flat()];
}

/** Where the crawl starts: the sitemap, some searches, and addresses that no page links to. */
async function startAddresses(): Promise<string[]> {
  const named = await readSitemap(`${url}/sitemap.xml`);
  const embeds = named.filter((at) => at.includes("/embed/")).map((at) => `${at}&transcript=1`);
  const searches = languages.map((language) => `${url}/${language}/search?q=deportation`);
  const others = ["/docs/problems", "/robots.txt", "/sitemap.xml"].map((path) => url + path);
  return [...named, ...embeds, ...searches, `${url}/es/search?q=zzzz&kind=Series`, ...others];
}

/** Whether to read a page's links. Filters combine to many pages: those with several filters are only requested. */
function isRead({ pathname, searchParams }: URL): boolean {
  if (pathname.endsWith("/library")) return searchParams.size <= 1;
  if (pathname.includes("/watch/") || pathname.includes("/read/")) return searchParams.size === 0;
  return true;
}

async function request(address: URL): Promise<Visited> {
  const reads = isRead(address);
  const response = await fetch(address, { method: reads ? "GET" : "HEAD" });
  const isPage = reads && response.headers.get("Content-Type")?.startsWith("text/html") === true;
  const links = isPage ? linksOf(await response.text()) : undefined;
  if (!isPage) await response.body?.cancel();
  return { status: response.status, links };
}

/** An anchor that isn't an element's id: a moment of a film, or a text fragment. */
const isNotElementId = (anchor: string) => anchor === "" || /^t=|^:~:text=/.test(anchor);

/** Follows every link of this library. @returns the addresses that were requested, and the broken links */
async function crawl(): Promise<{ pages: string[]; wrong: string[] }> {
  const answers = new Map<string, Visited>();
  const linked = new Map<string, { from: string; anchor: string }[]>();
  const waiting: string[] = [];

  function note(link: string, from: string): void {
    const address = new URL(link, from);
    // Skip other sites and email links.
    if (address.origin !== url) return;
    // Searches are rate limited, and the search filters have their own tests.
    if (from !== url && address.searchParams.has("q") && address.pathname.endsWith("/search"))
      return;
    const anchor = decodeURIComponent(address.hash.slice(1));
    address.hash = "";
    const places = linked.get(address.href);
    if (places === undefined) waiting.push(address.href);
    linked.set(address.href, [...(places ?? []), { from, anchor }]);
  }

  async function work(): Promise<void> {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const answer = await request(new URL(next));
      answers.set(next, answer);
      for (const target of answer.links?.targets ?? []) note(target, next);
    }
  }

  for (const address of await startAddresses()) note(address, url);
  // A worker may find the list empty while others are still reading pages.
  while (waiting.length > 0) await Promise.all(Array.from({ length: 8 }, work));

  const wrong = [...linked].flatMap(([address, places]) => {
    const { status = 0, links } = answers.get(address) ?? {};
    if (status !== 200 && status !== 301) {
      return [`${status} ${address}, linked from ${places[0]?.from}`];
    }
    return places
      .filter(({ anchor }) => !isNotElementId(anchor) && links?.ids.has(anchor) === false)
      .map(({ from, anchor }) => `no #${anchor} at ${address}, linked from ${from}`);
  });
  return { pages: [...answers.keys()].map((address) => address.slice(url.length)), wrong };
}

test("every link and anchor of the site works, in all languages", async () => {
  const { pages, wrong } = await crawl();
  expect(wrong).toEqual([]);
  // The crawl reached every part of the site.
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
});

const root = join(import.meta.dirname, "../../..");
const documents = globSync(["*.md", "docs/*.md"], { cwd: root });

/** The ids of a file's headings, as GitHub generates them. */
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

/** The problem with a link in a file; undefined if the link works. */
function findLinkProblem(path: string, link: string): string | undefined {
  const [to = "", anchor] = link.split("#", 2);
  const file = to === "" ? join(root, path) : join(root, dirname(path), decodeURIComponent(to));
  if (relative(root, file).startsWith("..") || !existsSync(file)) return `no file ${to}`;
  if (anchor === undefined || !file.endsWith(".md")) return undefined;
  const isThere = idsOf(readFileSync(file, "utf8")).has(decodeURIComponent(anchor));
  return isThere ? undefined : `no heading #${anchor} in ${relative(root, file)}`;
}

describe("every relative link and anchor works in", () => {
  test.each(documents)("%s", (path) => {
    const { targets } = linksOf(micromark(readFileSync(join(root, path), "utf8")));
    const own = targets.filter((link) => !/^(https?|mailto):/.test(link) && link !== "");
    const problems = own.map((link) => findLinkProblem(path, link));
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });
});

test("a link to a missing file or heading is found", () => {
  expect(findLinkProblem("docs/cli.md", "staff.md")).toBeUndefined();
  expect(findLinkProblem("docs/cli.md", "nothing.md")).toBe("no file nothing.md");
  expect(findLinkProblem("docs/cli.md", "staff.md#nothing")).toBe(
    "no heading #nothing in docs/staff.md",
  );
  const { targets, ids } = linksOf('<a id="x" href="/a?b&amp;c"><img src="/d"></a><p id="y">');
  expect(targets).toEqual(["/a?b&c", "/d"]);
  expect([...ids]).toEqual(["x", "y"]);
});
