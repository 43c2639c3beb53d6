import { stringify } from "yaml";
import { formatMoment, parseMoment } from "../records/moment.ts";
import type { Blob, EpisodeRecord, LibraryItem } from "../records/schema/record.ts";
import { manifestSchemas } from "./schema.ts";

/**
 * Converts a record to a manifest that gives the same record if it is read with the same files. A withdrawn
 * work becomes a draft, because a manifest can't say `withdrawn`.
 * @param names the name of each file, by its digest (see `exportFileNames`)
 * @returns YAML
 * @throws Error if a file of the record has no name
 */
export function toManifest(item: LibraryItem, names: ReadonlyMap<string, string>): string {
  const nameOf = ({ sha256 }: Blob): string => {
    const name = names.get(sha256);
    if (name === undefined) throw new Error(`${sha256} has no name.`);
    return name;
  };
  const manifest = inDocumentedOrder(item, manifestOf(item, nameOf));
  // Quotes also what only YAML 1.1 reads as a number, a date or a boolean: other tools may.
  return stringify(manifest, { lineWidth: 0, compat: "yaml-1.1" });
}

/** A manifest with its fields in the order of docs/manifest.md, and its texts with the original first. */
function inDocumentedOrder(item: LibraryItem, manifest: object): unknown {
  // A record of an older release may not fit today's schema; then the order stays as it is.
  const { data = manifest } = manifestSchemas[item.kind].safeParse(manifest);
  return withOriginalFirst(withoutDefaults(data), item.inLanguage);
}

/** Moves the original language to the start of each text in several languages. */
function withOriginalFirst(value: unknown, language: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withOriginalFirst(item, language));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, withOriginalFirst(item, language)] as const,
  );
  const first = entries.filter(([key]) => key === language);
  return Object.fromEntries([...first, ...entries.filter(([key]) => key !== language)]);
}

type NameOf = (blob: Blob) => string;

function manifestOf(item: LibraryItem, nameOf: NameOf): object {
  if (item.kind === "Library") {
    const { kind, slug: _, logo, podcastCover, ...rest } = item;
    return withoutDefaults({
      kind,
      ...rest,
      logo: logo && { file: nameOf(logo.file), alt: logo.alt },
      podcastCover: podcastCover && { file: nameOf(podcastCover.file) },
    });
  }
  const { kind, slug, withdrawalNotice: _, ...rest } = item;
  const status = item.status === "withdrawn" ? "draft" : item.status;
  return withoutDefaults({ kind, slug, ...rest, status, ...filesIn(item, nameOf) });
}

/** The fields that contain file names. */
function filesIn(item: LibraryItem, nameOf: NameOf): object {
  if (item.kind === "Episode") return episodeFiles(item, nameOf);
  if (item.kind === "Series") {
    const { podcastCover } = item;
    return { podcastCover: podcastCover && { file: nameOf(podcastCover.file) } };
  }
  if (item.kind !== "Document") return {};
  const texts = item.texts.map(({ extractedText: _, ...text }) => {
    return { ...text, file: nameOf(text.file) };
  });
  // The texts name them.
  return { texts, pictures: undefined };
}

function episodeFiles(record: EpisodeRecord, nameOf: NameOf): object {
  const { audioOnly, poster, audioDescription } = record;
  return {
    // It is measured, so manifests don't have it.
    duration: undefined,
    video: record.video.map((medium) => ({ file: nameOf(medium) })),
    audioOnly: audioOnly && { file: nameOf(audioOnly) },
    poster: poster && { file: nameOf(poster.file), alt: poster.alt },
    captions: record.captions.map(({ cues: _, ...track }) => ({
      ...track,
      file: nameOf(track.file),
    })),
    audioDescription:
      audioDescription !== undefined && "file" in audioDescription
        ? { ...audioDescription, file: nameOf(audioDescription.file) }
        : audioDescription,
    chapters: record.chapters.map(({ start, name }) => ({ start: formatStart(start), name })),
    attachments: record.attachments.map(({ extractedText: _, ...one }) => {
      return { ...one, file: nameOf(one.file) };
    }),
  };
}

/** `1:05`, or a number if the start has fractions of a second. */
function formatStart(start: number): string | number {
  const written = formatMoment(start);
  return parseMoment(written)?.start === start ? written : start;
}

/** The lists that a manifest may leave out, although a record always has them. */
const defaultLists = new Set(["video", "captions", "chapters", "attachments"]);

/** Omits undefined members and empty lists that reading adds again. */
function withoutDefaults(manifest: object): object {
  const entries = Object.entries(manifest).filter(
    ([key, value]) =>
      value !== undefined && !(defaultLists.has(key) && Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries);
}
