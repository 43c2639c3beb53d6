import { type Links, linksOf } from "./links.ts";

/** What an address answered. */
export interface Answer {
  readonly status: number;
  /** Headers and body; only the headers if the address was asked by HEAD. */
  readonly text: string;
  /** Only of an HTML page whose links are followed. */
  readonly links: Links | undefined;
}

/** What a crawl found, by address; addresses are whole, up to their `#`. */
export interface Crawled {
  readonly answers: ReadonlyMap<string, Answer>;
  /** Where a page links to each address, and with which anchor. */
  readonly linked: ReadonlyMap<
    string,
    readonly { readonly from: string; readonly anchor: string }[]
  >;
}

/** A list narrowed by several filters has works of those narrowed by one, and a moment's page is the film's. */
const isRead = ({ pathname, searchParams }: URL) =>
  !searchParams.has("t") && (!pathname.endsWith("/library") || searchParams.size <= 1);

/** Searches are rate limited, for all tests of a library together: the crawl makes only those that it starts with. */
const isSearch = ({ pathname, searchParams }: URL) =>
  searchParams.has("q") && pathname.endsWith("/search");

/** Pages in two languages link to the same as those in one. */
const isFollowed = ({ pathname, searchParams }: URL) =>
  searchParams.size === 0 || !/\/(?:watch|read)\//.test(pathname);

async function ask(address: URL): Promise<Answer> {
  const reads = isRead(address);
  const response = await fetch(address, { method: reads ? "GET" : "HEAD" });
  const body = await response.text();
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html") === true;
  return {
    status: response.status,
    text: `${JSON.stringify([...response.headers])}\n${body}`,
    links: reads && response.ok && isPage && isFollowed(address) ? linksOf(body) : undefined,
  };
}

/** The addresses that any answer names: in HTML, JSON, or text. */
function addressesIn(answer: string): string[] {
  const attributes = answer.matchAll(/(?:href|src|poster|data-url)="([^"]+)"/g);
  const written = answer.matchAll(/https?:\/\/[^\s"'<>(){}\\]+/g);
  return [
    ...[...attributes].map((found) => found[1] ?? ""),
    ...[...written].map((found) => found[0]),
  ].map((address) => address.replaceAll("&amp;", "&"));
}

/** How many addresses are asked for at a time. */
const atOnce = 8;

/**
 * Asks for every address of a library that can be reached: what pages link to, and what any answer names in its text.
 * @param starts where it begins: addresses that work, and others that may not
 */
export async function crawl(
  library: string,
  starts: { readonly linked: readonly string[]; readonly named: readonly string[] },
): Promise<Crawled> {
  const answers = new Map<string, Answer>();
  const linked = new Map<string, { from: string; anchor: string }[]>();
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
    if (isRead(address) && !isSearch(address)) enter(address);
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
