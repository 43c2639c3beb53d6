import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";

const { url } = inject("library");
const film = "criminalizing-migration";
/** Credited in the film's manifest with `public: false`. */
const hidden = "Demonstration Participant";

/** Every address of the library that an answer names: in HTML, JSON, or text. */
function addressesIn(answer: string): string[] {
  const attributes = answer.matchAll(/(?:href|src|poster|data-url)="([^"]+)"/g);
  const written = answer.matchAll(/https?:\/\/[^\s"'<>)\\]+/g);
  return [
    ...[...attributes].map((found) => found[1] ?? ""),
    ...[...written].map((found) => found[0]),
  ].map((address) => address.replaceAll("&amp;", "&"));
}

/** How many addresses are asked for at a time. */
const atOnce = 8;

/** Follows every link from some addresses; answers what each address said. */
async function crawl(starts: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const seen = new Set<string>();
  const waiting: URL[] = [];
  const enter = (found: string, base: string) => {
    const address = URL.canParse(found, base) ? new URL(found, base) : undefined;
    if (address === undefined || address.origin !== url) return;
    address.hash = "";
    // A moment's page differs from the film's own by a number only.
    address.searchParams.delete("t");
    // A list narrowed by two filters shows works of the lists narrowed by one.
    if (address.pathname.endsWith("/library") && address.searchParams.size > 1) return;
    if (seen.has(address.href)) return;
    seen.add(address.href);
    waiting.push(address);
  };
  for (const start of starts) enter(start, url);
  while (waiting.length > 0) {
    await Promise.all(
      waiting.splice(0, atOnce).map(async (address) => {
        const response = await fetch(address);
        const answer = `${JSON.stringify([...response.headers])}\n${await response.text()}`;
        answers.set(address.href, answer);
        for (const found of addressesIn(answer)) enter(found, address.href);
      }),
    );
  }
  return answers;
}

test("no answer of the library contains a name that isn't public", async () => {
  const manifest = join(
    import.meta.dirname,
    "../../media-manifests/how-did-we-get-here",
    film,
    "episode.yaml",
  );
  expect(await readFile(manifest, "utf8")).toContain(`${hidden}, role: participant, public: false`);

  const works = await (await fetch(`${url}/api/v1/works`)).json();
  const slugs: string[] = works.items.map((item: { slug: string }) => item.slug);
  const texts = ["en", "es", "vi"].flatMap((language) => [
    ...["vtt", "srt"].map((type) => `/captions/${film}/${language}.${type}`),
    ...["txt", "html", "md", "vtt", "srt", "csv", "json", "docx"].map(
      (type) => `/transcripts/${film}/${language}.${type}`,
    ),
  ]);
  const answers = await crawl([
    "/",
    "/healthz",
    "/docs/problems",
    "/api/v1/works",
    "/api/v1/works?lang=vi&kind=Episode",
    "/api/v1/works/library",
    "/api/v1/works/how-did-we-get-here",
    ...slugs.map((slug) => `/api/v1/works/${slug}`),
    ...["en", "es", "vi", "ar"].map((language) => `/embed/${film}?lang=${language}&transcript=1`),
    ...texts,
  ]);

  // The crawl came to where credits are, and everywhere else.
  const record = answers.get(`${url}/api/v1/works/${film}`);
  expect(record).toContain("espeak-ng (synthetic voice)");
  expect(answers.get(`${url}/vi/watch/${film}`)).toContain("Đây là bản minh họa.");
  expect(answers.size).toBeGreaterThan(80);
  const telling = [...answers].filter(([, answer]) => new RegExp(hidden, "i").test(answer));
  expect(telling.map(([address]) => address)).toEqual([]);
});
