import { type Links, linksOf } from "./links.ts";

/** What an address answered. */
export interface Answer {
  readonly status: number;
  /** Headers and body; only the headers if the address was asked by HEAD. */
  readonly text: string;
  /** Only of an HTML page whose links are followed. */
  readonly links: Links | undefined;
}

/** The page that links to an address, and the anchor that it links to. */
interface Link {
  readonly from: string;
  readonly anchor: string;
}

/** What a crawl found, by address without `#` and what follows. */
export interface Crawled {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly linked: ReadonlyMap<string, readonly Link[]>;
}

const isWorkPage = ({ pathname }: URL) => /\/(?:watch|read)\//.test(pathname);

/** A list narrowed by several filters has works of those narrowed by one, and a moment's page is the film's. */
const isRead = (address: URL) =>
  address.pathname.endsWith("/library")
    ? address.searchParams.size <= 1
    : !(isWorkPage(address) && address.searchParams.has("t"));

/** Pages in two languages link to the same as those in one. */
const isFollowed = (address: URL) =>
  isRead(address) && !(isWorkPage(address) && address.searchParams.size > 0);

/** Searches are rate limited, for all tests of a library together. */
const isSearch = ({ pathname, searchParams }: URL) =>
  searchParams.has("q") && pathname.endsWith("/search");

async function ask(address: URL): Promise<Answer> {
  const response = await fetch(address, { method: isRead(address) ? "GET" : "HEAD" });
  const body = await response.text();
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html") === true;
  return {
    status: response.status,
    text: `${JSON.stringify([...response.headers])}\n${body}`,
    links: response.ok && isPage && isFollowed(address) ? linksOf(body) : undefined,
  };
}

/** The addresses that any answer names: in HTML, JSON, or text. */
function addressesIn(answer: string): string[] {
  const attributes = answer.matchAll(/(?:href|src|poster|data-url)="([^"]+)"/g);
  // Braces are no part of an address (RFC 3986): BibTeX has them around it.
  const written = answer.matchAll(/https?:\/\/[^\s"'<>){}\\]+/g);
  return [
    ...[...attributes].map((found) => found[1] ?? ""),
    ...[...written].map((found) => found[0]),
  ].map((address) => address.replaceAll("&amp;", "&"));
}

/** How many addresses are asked for at a time. */
const atOnce = 8;

/**
 * Asks for every address of a library that can be reached: what pages link to, and what any answer names in its text.
 * @param starts where it begins: `linked` is counted as if a page linked to it, `named` is only asked for
 */
export async function crawl(
  library: string,
  starts: { readonly linked: readonly string[]; readonly named: readonly string[] },
): Promise<Crawled> {
  const answers = new Map<string, Answer>();
  const linked = new Map<string, Link[]>();
  const seen = new Set<string>();
  const waiting: URL[] = [];

  function enter(address: URL): void {
    if (seen.has(address.href)) return;
    seen.add(address.href);
    waiting.push(address);
  }
  function noteLink(link: string, from: string): void {
    const address = new URL(link, from);
    // Skip other sites and email links.
    if (address.origin !== library) return;
    // The links of search filters have their own tests.
    if (isSearch(address) && from !== library) return;
    const anchor = decodeURIComponent(address.hash.slice(1));
    address.hash = "";
    linked.set(address.href, [...(linked.get(address.href) ?? []), { from, anchor }]);
    enter(address);
  }
  function noteName(name: string, from: string): void {
    const address = URL.canParse(name, from) ? new URL(name, from) : undefined;
    if (address?.origin !== library) return;
    address.hash = "";
    // A moment's page differs from the film's own by a number only.
    address.searchParams.delete("t");
    // A search names many others.
    if (isSearch(address) && isSearch(new URL(from))) return;
    if (isRead(address)) enter(address);
  }

  for (const address of starts.linked) noteLink(address, library);
  for (const address of starts.named) noteName(address, library);
  while (waiting.length > 0) {
    await Promise.all(
      waiting.splice(0, atOnce).map(async (address) => {
        const answer = await ask(address);
        answers.set(address.href, answer);
        for (const target of answer.links?.targets ?? []) noteLink(target, address.href);
        for (const name of addressesIn(answer.text)) noteName(name, address.href);
      }),
    );
  }
  return { answers, linked };
}
