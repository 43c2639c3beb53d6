import { env } from "cloudflare:workers";
import type { Applied } from "../../src/api/contract.ts";
import { apply } from "../../src/publishing/apply.ts";
import { digestOf, sha256 } from "../../src/records/digest.ts";
import type { Extension } from "../../src/records/schema/media-types.ts";
import type {
  Blob as BlobRecord,
  DocumentRecord,
  EpisodeRecord,
  LibraryItem,
  LibraryRecord,
  SeriesRecord,
} from "../../src/records/schema/record.ts";
import { storeBlob } from "../../src/storage/blobs.ts";
import { openDatabase } from "../../src/storage/database.ts";
import { readCurrentRevisions } from "../../src/storage/publish.ts";

export const database = openDatabase(env.DB);

/** The bytes of a text. */
export const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

/** A stream of known length, like a request's body. */
export function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  const { body } = new Response(bytes);
  return body ?? new Blob([]).stream();
}

/** Stores bytes as a blob, as publishing does. */
export async function storeFile(
  content: string | Uint8Array<ArrayBuffer>,
  extension: Extension,
): Promise<BlobRecord> {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  const blob = { sha256: await sha256(bytes), extension, size: bytes.length };
  await storeBlob(env.BLOBS, database, blob, streamOf(bytes), "2026-01-01T00:00:00.000Z");
  return blob;
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
  return {
    inLanguage,
    kind,
    file: await storeFile(text, "vtt"),
    origin: "human" as const,
    cues: 2,
  };
}

/** An episode in English with captions in English and Spanish; its blobs are stored. */
export async function episode(
  slug: string,
  changes: Partial<EpisodeRecord> = {},
): Promise<EpisodeRecord> {
  return {
    kind: "Episode",
    slug,
    inLanguage: "en",
    status: "published",
    datePublished: "2026-01-15",
    name: { en: `Film ${slug}`, es: `Película ${slug}` },
    description: { en: `About ${slug}`, es: `Sobre ${slug}` },
    duration: 38,
    video: [
      { ...(await storeFile(`film of ${slug}`, "webm")), duration: 38, width: 640, height: 360 },
    ],
    poster: {
      file: await storeFile(`poster of ${slug}`, "webp"),
      alt: { en: "A door stands open." },
      width: 640,
      height: 360,
    },
    captions: [
      await track("en", vtt(`Hello from ${slug}.`, "Good bye."), "captions"),
      await track("es", vtt(`Hola de ${slug}.`, "Adiós.")),
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
  return {
    kind: "Document",
    slug,
    inLanguage: "en",
    status: "published",
    datePublished: "2026-01-10",
    name: { en: `Paper ${slug}`, es: `Papel ${slug}` },
    texts: [
      { inLanguage: "en", file: await storeFile(`# Heading\n\nEnglish of ${slug}.`, "md") },
      { inLanguage: "es", file: await storeFile(`# Título\n\nEspañol de ${slug}.`, "md") },
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
