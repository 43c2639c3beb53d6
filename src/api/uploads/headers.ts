import { checksumAlgorithms, type ExpectedChecksum } from "../../publishing/uploads/checksum.ts";
import { type Extension, extensionOf, isExtension } from "../../records/schema/media-types.ts";

/** What tus 1.0 says in request headers. Each reader gives undefined where a header is none of its kind. */

/**
 * Reads `Upload-Metadata` (tus, extension creation): pairs of a key and a value in base64, between
 * commas.
 */
export function readMetadata(header: string): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>();
  if (header.length > 4096) return undefined;
  for (const pair of header.split(",")) {
    const [key = "", value = "", more] = pair.trim().split(" ");
    const text = decodeBase64(value);
    if (key === "" || text === undefined || more !== undefined || pairs.has(key)) return undefined;
    pairs.set(key, text);
  }
  return pairs;
}

/** What an upload's metadata has to name: the file's digest, and its kind or its name. */
export function readFileWords(
  header: string | undefined,
): { sha256: string; extension: Extension } | undefined {
  const metadata = readMetadata(header ?? "");
  const sha256 = metadata?.get("sha256")?.toLowerCase() ?? "";
  const named = metadata?.get("extension")?.toLowerCase();
  const extension = named ?? extensionOf(metadata?.get("filename") ?? "");
  return /^[0-9a-f]{64}$/.test(sha256) && isExtension(extension)
    ? { sha256, extension }
    : undefined;
}

/** Writes the metadata that `HEAD` answers. */
export function writeMetadata({ sha256, extension }: { sha256: string; extension: string }) {
  return `sha256 ${btoa(sha256)},extension ${btoa(extension)}`;
}

/** Reads a number of bytes: `Upload-Length`, `Upload-Offset`. */
export function readCount(header: string | undefined): number | undefined {
  const count = /^\d{1,15}$/.test(header ?? "") ? Number(header) : Number.NaN;
  return Number.isSafeInteger(count) ? count : undefined;
}

/** Reads `Upload-Checksum` (tus, extension checksum): an algorithm and a digest in base64. */
export function readChecksum(header: string): ExpectedChecksum | undefined {
  const [algorithm = "", digest = "", more] = header.trim().split(" ");
  if (!isAlgorithm(algorithm) || digest === "" || more !== undefined) return undefined;
  return decodeBase64(digest) === undefined ? undefined : { algorithm, digest };
}

function isAlgorithm(name: string): name is keyof typeof checksumAlgorithms {
  return Object.hasOwn(checksumAlgorithms, name);
}

/** Base64 of UTF-8 text, or of any bytes; undefined where it is no base64. */
function decodeBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
