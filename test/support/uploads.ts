import { env } from "cloudflare:workers";
import { sha256 } from "../../src/records/digest.ts";
import { ask } from "./ask.ts";
import { bytesOf } from "./library.ts";

/** The staff token that the helpers below send; a test stores it first. */
export const secret = "upload-secret";

const uploads = "/api/v1/staff/uploads";
export const offsetStream = { "Content-Type": "application/offset+octet-stream" };

/** Sends a request as a tus client does. @param to an upload's address; undefined for a new upload */
export function tus(
  method: string,
  to = uploads,
  headers: Record<string, string> = {},
  body?: BodyInit,
): Promise<Response> {
  const path = to.startsWith("https:") ? new URL(to).pathname : to;
  const usual = { Authorization: `Bearer ${secret}`, "Tus-Resumable": "1.0.0" };
  const init = { method, headers: { ...usual, ...headers } };
  return ask(path, body === undefined ? init : { ...init, body });
}

/** Formats an `Upload-Metadata` header. */
export function metadata(pairs: Record<string, string>): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key} ${btoa(value)}`)
    .join(",");
}

/** Pseudorandom bytes that differ for each name and offset, so that any mix-up changes the digest. */
export function sampleBytes(name: string, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let state = 1;
  for (const byte of bytesOf(name)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  const words = new Uint32Array(bytes.buffer, 0, Math.floor(size / 4));
  for (let index = 0; index < words.length; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    words[index] = state;
  }
  return bytes;
}

/** Creates an upload for some bytes. @returns its address */
export async function beginUpload(
  bytes: Uint8Array<ArrayBuffer>,
  changes: { sha256?: string; size?: number } = {},
): Promise<string> {
  const digest = changes.sha256 ?? (await sha256(bytes));
  const response = await tus("POST", undefined, {
    "Upload-Length": String(changes.size ?? bytes.length),
    "Upload-Metadata": metadata({ sha256: digest, extension: "mp4" }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return response.headers.get("Location") ?? "";
}

/** Sends bytes to an upload. */
export function sendBytes(
  to: string,
  offset: number,
  bytes: BodyInit,
  headers: Record<string, string> = {},
): Promise<Response> {
  const length =
    bytes instanceof Uint8Array ? { "Content-Length": String(bytes.byteLength) } : undefined;
  const all = { ...offsetStream, "Upload-Offset": String(offset), ...length, ...headers };
  return tus("PATCH", to, all, bytes);
}

/** The offset of an upload according to HEAD; undefined if it doesn't exist. */
export async function readOffset(to: string): Promise<number | undefined> {
  const { status, headers } = await tus("HEAD", to);
  return status === 200 ? Number(headers.get("Upload-Offset")) : undefined;
}

/** The bytes of the blob with this digest, or undefined if it isn't stored. */
export async function readStoredBlob(digest: string): Promise<Uint8Array | undefined> {
  const row = await env.DB.prepare("select size from blobs where sha256 = ?").bind(digest).first();
  const object = await env.BLOBS.get(`blobs/${digest}`);
  return row === null || object === null ? undefined : new Uint8Array(await object.arrayBuffer());
}

/** The objects and rows of uploads in R2 and D1. */
export async function readLeftovers(): Promise<{ objects: string[]; rows: number }> {
  const { objects } = await env.BLOBS.list({ prefix: "uploads/" });
  const rows = (await env.DB.prepare("select count(*) as n from uploads").first<number>("n")) ?? -1;
  return { objects: objects.map(({ key }) => key), rows };
}

/** Whether two files are equal. Comparing millions of numbers in JavaScript takes a hundred times longer. */
export function hasSameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && crypto.subtle.timingSafeEqual(a, b);
}

export async function checksumOf(
  bytes: Uint8Array<ArrayBuffer>,
  algorithm: "sha1" | "sha256" = "sha256",
): Promise<string> {
  const name = algorithm === "sha1" ? "SHA-1" : "SHA-256";
  const digest = new Uint8Array(await crypto.subtle.digest(name, bytes));
  return `${algorithm} ${btoa(String.fromCharCode(...digest))}`;
}
