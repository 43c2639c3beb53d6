import { checksumAlgorithms, type ExpectedChecksum } from "../../publishing/uploads/checksum.ts";
import { extensionOf, isExtension } from "../../records/schema/media-types.ts";
import { digest } from "../../records/schema/publishing-fields.ts";
import type { Blob } from "../../records/schema/record.ts";

/** The request headers of tus 1.0. Each parser returns undefined if the header isn't valid. */

/** How long `Upload-Metadata` may be, in characters: a digest and a file name need far less. */
const maxMetadataLength = 4096;

/** Parses `Upload-Metadata` (tus, extension creation): keys with values in base64, separated by commas. */
export function parseMetadata(header: string): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>();
  if (header.length > maxMetadataLength) return undefined;
  for (const pair of header.split(",")) {
    const [key = "", value = "", more] = pair.trim().split(" ");
    const text = decodeBase64(value);
    if (key === "" || text === undefined || more !== undefined || pairs.has(key)) return undefined;
    pairs.set(key, text);
  }
  return pairs;
}

/** Reads what an upload's metadata must have: the file's digest, and its extension or its name. */
export function parseFileMetadata(
  header: string | undefined,
): Pick<Blob, "sha256" | "extension"> | undefined {
  const metadata = parseMetadata(header ?? "");
  const sha256 = metadata?.get("sha256")?.toLowerCase() ?? "";
  const named = metadata?.get("extension")?.toLowerCase();
  const extension = named ?? extensionOf(metadata?.get("filename") ?? "");
  return digest.safeParse(sha256).success && isExtension(extension)
    ? { sha256, extension }
    : undefined;
}

/** Formats the metadata that `HEAD` answers with. */
export function formatMetadata({ sha256, extension }: Blob): string {
  return `sha256 ${btoa(sha256)},extension ${btoa(extension)}`;
}

/** Parses a number of bytes: `Upload-Length`, `Upload-Offset`. */
export function parseCount(header: string | undefined): number | undefined {
  const count = /^\d{1,15}$/.test(header ?? "") ? Number(header) : Number.NaN;
  return Number.isSafeInteger(count) ? count : undefined;
}

/** Parses `Upload-Checksum` (tus, extension checksum): an algorithm and a checksum in base64. */
export function parseChecksum(header: string): ExpectedChecksum | undefined {
  const [algorithm = "", checksum = "", more] = header.trim().split(" ");
  if (!isAlgorithm(algorithm) || checksum === "" || more !== undefined) return undefined;
  return decodeBase64(checksum) === undefined ? undefined : { algorithm, digest: checksum };
}

function isAlgorithm(name: string): name is keyof typeof checksumAlgorithms {
  return Object.hasOwn(checksumAlgorithms, name);
}

/** Decodes base64 of UTF-8 text; undefined if it isn't base64. */
function decodeBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
