import { env } from "cloudflare:workers";
import type { Applied } from "../../src/api/contract.ts";
import { apply } from "../../src/publishing/apply.ts";
import { digestOf, sha256 } from "../../src/records/digest.ts";
import { type Extension, mediaTypes } from "../../src/records/schema/media-types.ts";
import type {
  Blob as BlobRecord,
  DocumentRecord,
  EpisodeRecord,
  LibraryItem,
  LibraryRecord,
  SeriesRecord,
} from "../../src/records/schema/record.ts";
import { BlobRefused, findMissingBlobs, storeBlob } from "../../src/storage/blobs.ts";
import { openDatabase } from "../../src/storage/database.ts";
import { findUnacceptableFiles } from "../../src/storage/files/withdrawn-files.ts";
import { readCurrentRevisions } from "../../src/storage/publish.ts";

export const database = openDatabase(env.DB);

/** The bytes of a text. */
export const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

/** A stream of known length, like a request's body. */
export function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  const { body } = new Response(bytes);
  return body ?? new Blob([]).stream();
}

/** When the files of tests were stored. */
const storedAt = "2026-01-01T00:00:00.000Z";

/** Stores bytes as a blob, as publishing does. */
export async function storeFile(
  content: string | Uint8Array<ArrayBuffer>,
  extension: Extension,
): Promise<BlobRecord> {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  const blob = { sha256: await sha256(bytes), extension, size: bytes.length };
  await storeBlob(env.BLOBS, database, blob, streamOf(bytes), storedAt);
  return blob;
}

/** A file of a work, to be stored. */
async function fileOf(text: string, extension: Extension) {
  const bytes = bytesOf(text);
  return { bytes, blob: { sha256: await sha256(bytes), extension, size: bytes.length } };
}

/**
 * Stores a work's files as `storeFile` does each of them, together in fewer calls of D1: what most tests would spend
 * their time on.
 */
async function storeFiles(files: readonly Awaited<ReturnType<typeof fileOf>>[]): Promise<void> {
  const digests = files.map(({ blob }) => blob.sha256);
  const missing = await findMissingBlobs(database, digests);
  if (missing.length === 0) return;
  const [refused] = await findUnacceptableFiles(database, missing, storedAt);
  if (refused !== undefined) throw new BlobRefused(refused.slug);
  const stored = files.filter(({ blob }) => missing.includes(blob.sha256));
  for (const { bytes, blob } of stored) {
    const httpMetadata = { contentType: mediaTypes[blob.extension] };
    await env.BLOBS.put(`blobs/${blob.sha256}`, bytes, { sha256: blob.sha256, httpMetadata });
  }
  await env.DB.prepare(
    `insert into blobs (sha256, extension, size, created_at)
      select value ->> 'sha256', value ->> 'extension', value ->> 'size', ?2 from json_each(?1) where true
      on conflict (sha256) do update set created_at = ?2, removed_at = null`,
  )
    .bind(JSON.stringify(stored.map(({ blob }) => blob)), storedAt)
    .run();
}

/** A WebVTT file with one cue for each line, each two seconds long. */
export function vtt(...lines: string[]): string {
  const time = (seconds: number) =>
    `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;
  const cues = lines.map((line, i) => `${time(i * 2)} --> ${time(i * 2 + 2)}\n${line}\n`);
  return `WEBVTT\n\n${cues.join("\n")}`;
}

/** A captions track whose file is stored. */
export async function track(
  inLanguage: string,
  text: string,
  kind: "captions" | "subtitles" = "subtitles",
) {
  return captionTrack(inLanguage, await storeFile(text, "vtt"), kind);
}

function captionTrack(inLanguage: string, file: BlobRecord, kind: "captions" | "subtitles") {
  return { inLanguage, kind, file, origin: "human" as const, cues: 2 };
}

/** An episode in English with captions in English and Spanish; its blobs are stored. */
export async function episode(
  slug: string,
  changes: Partial<EpisodeRecord> = {},
): Promise<EpisodeRecord> {
  const files = await Promise.all([
    fileOf(`film of ${slug}`, "webm"),
    fileOf(`poster of ${slug}`, "webp"),
    fileOf(vtt(`Hello from ${slug}.`, "Good bye."), "vtt"),
    fileOf(vtt(`Hola de ${slug}.`, "Adiós."), "vtt"),
  ]);
  await storeFiles(files);
  const [film, poster, english, spanish] = files;
  return {
    kind: "Episode",
    slug,
    inLanguage: "en",
    status: "published",
    datePublished: "2026-01-15",
    name: { en: `Film ${slug}`, es: `Película ${slug}` },
    description: { en: `About ${slug}`, es: `Sobre ${slug}` },
    duration: 38,
    video: [{ ...film.blob, duration: 38, width: 640, height: 360 }],
    poster: {
      file: poster.blob,
      alt: { en: "A door stands open." },
      width: 640,
      height: 360,
    },
    captions: [
      captionTrack("en", english.blob, "captions"),
      captionTrack("es", spanish.blob, "subtitles"),
    ],
    chapters: [{ start: 0, name: { en: "Beginning", es: "Comienzo" } }],
    attachments: [],
    ...changes,
  };
}

/** A document in English and Spanish; its blobs are stored. */
export async function document(
  slug: string,
  changes: Partial<DocumentRecord> = {},
): Promise<DocumentRecord> {
  const files = await Promise.all([
    fileOf(`# Heading\n\nEnglish of ${slug}.`, "md"),
    fileOf(`# Título\n\nEspañol de ${slug}.`, "md"),
  ]);
  await storeFiles(files);
  const [english, spanish] = files;
  return {
    kind: "Document",
    slug,
    inLanguage: "en",
    status: "published",
    datePublished: "2026-01-10",
    name: { en: `Paper ${slug}`, es: `Papel ${slug}` },
    texts: [
      { inLanguage: "en", file: english.blob },
      { inLanguage: "es", file: spanish.blob },
    ],
    ...changes,
  };
}

export function series(slug: string, changes: Partial<SeriesRecord> = {}): SeriesRecord {
  const name = { en: `Series ${slug}`, es: `Serie ${slug}` };
  return { kind: "Series", slug, inLanguage: "en", status: "published", name, ...changes };
}

/** A series with seasons of these numbers. */
export function seasonsNamed(slug: string, ...numbers: readonly number[]): SeriesRecord {
  const seasons = numbers.map((season) => ({ season, name: { en: `Season ${season}` } }));
  return series(slug, { seasons });
}

export function librarySettings(changes: Partial<LibraryRecord> = {}): LibraryRecord {
  return {
    kind: "Library",
    slug: "library",
    inLanguage: "en",
    name: { en: "The Library" },
    publisher: { name: { en: "The Publisher" } },
    ...changes,
  };
}

/** Publishes a record in place of the current one. */
export async function publish(record: LibraryItem, now = new Date()): Promise<Applied> {
  const [current] = await readCurrentRevisions(database, [record.slug]);
  return apply(database, env.BLOBS, { record, replaces: current?.digest, actor: "test", now });
}

/** Stores a staff token. @returns its secret */
export async function staffToken(
  secret: string,
  changes: {
    name?: string;
    scopes?: string;
    languages?: string;
    expiresAt?: string;
    revokedAt?: string;
  } = {},
): Promise<string> {
  const { name = "Someone", scopes = "publish", languages = "", revokedAt = null } = changes;
  const { expiresAt = "2999-01-01T00:00:00.000Z" } = changes;
  await env.DB.prepare(`insert into tokens
    (sha256, name, scopes, languages, created_at, expires_at, revoked_at)
    values (?, ?, ?, ?, '2026-01-01T00:00:00.000Z', ?, ?)`)
    .bind(await sha256(secret), name, scopes, languages, expiresAt, revokedAt)
    .run();
  return secret;
}

/** How many rows each table has. */
export async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ["revisions", "works", "texts", "blobs", "revision_blobs", "events"]) {
    counts[table] =
      (await env.DB.prepare(`select count(*) as n from ${table}`).first<number>("n")) ?? -1;
  }
  return counts;
}

export { digestOf };
