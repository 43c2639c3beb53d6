import { parseFeed as parseByFeedsmith } from "feedsmith";
import { parseFeed as parseByPartytime } from "podcast-partytime";
import RssParser from "rss-parser";
import { describe, expect, test } from "vitest";
import { interfaceLanguages } from "../../../src/i18n/interface-languages.ts";
import { useLibrary } from "../support/library.ts";

/** Feeds as programs of others read them: every feed of the shipped library. */

// A library of their own: other tests publish works beside those of the shared one.
const library = useLibrary();

const series = "how-did-we-get-here";

async function read(path: string): Promise<string> {
  const response = await fetch(library().url + path);
  expect(response.status, path).toBe(200);
  return response.text();
}

describe.each(interfaceLanguages)("in %s", (language) => {
  test("feedsmith reads the podcast with its transcripts, chapters, people and other versions", async () => {
    const { format, feed } = parseByFeedsmith(await read(`/feeds/${series}/${language}.rss`));
    if (format !== "rss") throw new Error(`The feed's format is ${format}.`);
    expect(feed.language).toBe(language);
    expect(feed.podcast?.guid).toMatch(/^[0-9a-f-]{36}$/);
    expect(feed.items?.length).toBeGreaterThan(1);
    for (const { link, title, enclosures, itunes, podcast } of feed.items ?? []) {
      expect(link).toContain(`${library().url}/${language}/watch/`);
      expect(title).not.toBe("");
      expect(itunes?.duration).toBeGreaterThan(0);
      const files = [
        ...(enclosures ?? []).map((file) => file.url),
        ...(podcast?.transcripts ?? []).map((transcript) => transcript.url),
        ...(podcast?.alternateEnclosures ?? []).flatMap(({ sources }) =>
          (sources ?? []).map((source) => source.uri),
        ),
        podcast?.chapters?.url,
      ];
      expect(podcast?.transcripts?.map(({ type }) => type)).toEqual(
        expect.arrayContaining(["text/vtt", "application/x-subrip"]),
      );
      expect(podcast?.alternateEnclosures?.map(({ type }) => type)).toEqual(
        expect.arrayContaining(["video/webm", "audio/mp4"]),
      );
      for (const file of files) {
        const { status } = await fetch(String(file), { method: "HEAD" });
        expect(status, String(file)).toBe(200);
      }
    }
  });

  test("podcast-partytime finds the same films, with length, type and size of their files", async () => {
    const feed = await parseByPartytime(await read(`/feeds/${series}/${language}.rss`));
    expect(feed?.guid).toMatch(/^[0-9a-f-]{36}$/);
    expect(feed?.items.length).toBeGreaterThan(1);
    for (const { enclosure, duration, pubDate, podcastTranscripts } of feed?.items ?? []) {
      expect(enclosure).toMatchObject({ type: "video/mp4" });
      expect(enclosure.length).toBeGreaterThan(10_000);
      expect(duration).toBeGreaterThan(1);
      expect(pubDate).toBeInstanceOf(Date);
      expect(podcastTranscripts?.length).toBeGreaterThan(1);
    }
  });

  test("rss-parser reads everything new in the language, newest first, documents too", async () => {
    const { items } = await new RssParser().parseString(await read(`/feeds/${language}.rss`));
    const links = items.map(({ link }) => link ?? "");
    // Nothing in the library is in Arabic.
    const films = links.filter((link) => link.includes("/watch/"));
    expect(films.length > 0).toBe(language !== "ar");
    expect(new Set(links).size).toBe(links.length);
    expect(items.every(({ title }) => (title ?? "") !== "")).toBe(true);
    const dates = items.flatMap(({ isoDate }) => (isoDate === undefined ? [] : [isoDate]));
    expect(dates).toEqual([...dates].sort().reverse());
  });
});
