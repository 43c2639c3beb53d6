import type { EpisodeRecord } from "../../../src/records/schema/record.ts";
import type { Library } from "./library.ts";

/** Publishes a film that differs from one in the library; its files are those of that film, unless changed. */
export async function publishVariant(
  { url, token }: Pick<Library, "url" | "token">,
  slug: string,
  change: (record: EpisodeRecord) => EpisodeRecord,
): Promise<void> {
  const works = `${url}/api/v1/staff/works`;
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const revision = await fetch(`${works}/${slug}/revisions/1`, { headers });
  // It was read from the library itself, whose answer is tested elsewhere.
  const { record } = (await revision.json()) as { record: EpisodeRecord };
  const changed = change(record);
  const answer = await fetch(`${works}/${changed.slug}`, {
    method: "PUT",
    headers: { ...headers, "If-None-Match": "*" },
    body: JSON.stringify(changed),
  });
  if (!answer.ok) throw new Error(`${changed.slug} wasn't published: ${await answer.text()}`);
}

/**
 * A film of 90 minutes with 60 chapters and captions in eight languages. Its file is a short one: nothing of it is
 * loaded before it plays.
 */
export function asLongFilm(record: EpisodeRecord): EpisodeRecord {
  const minutes = 90;
  const [track] = record.captions;
  if (track === undefined) throw new Error(`${record.slug} has no captions.`);
  const { series: _, episode: __, formerSlugs: ___, ...rest } = record;
  return {
    ...rest,
    slug: "a-long-film",
    name: { en: "A long film" },
    datePublished: "2020-01-01",
    duration: minutes * 60,
    video: record.video.map((medium) => ({ ...medium, duration: minutes * 60 })),
    chapters: Array.from({ length: 60 }, (_, index) => ({
      start: (index * minutes * 60) / 60,
      name: { en: `Chapter ${index + 1}, in which people tell what happened to them` },
    })),
    captions: ["en", "es", "vi", "ar", "ht", "mam", "quc", "zh-Hans"].map((inLanguage, index) => ({
      ...track,
      inLanguage,
      kind: index === 0 ? "captions" : "subtitles",
    })),
  };
}
