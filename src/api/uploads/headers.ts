import { checksumAlgorithms, type ExpectedChecksum } from "../../publishing/uploads/checksum.ts";
import {
  type Extension,
  extensionOf,
  isExtension,
  mediaTypes,
} from "../../records/schema/media-types.ts";
import { digest } from "../../records/schema/publishing-fields.ts";
import type { AnnouncedBlob } from "../../storage/uploads/uploads.ts";

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

/**
 * Reads what an upload's metadata says of the file: its digest, which may be missing, and its type, by the
 * extension, by the name, or by the media type. Uppy names them `name` and `type`, tus-js-client's examples
 * `filename` and `filetype`.
 * @returns undefined if the digest isn't one, or the library keeps no such files
 */
export function parseFileMetadata(
  header: string | undefined,
): Pick<AnnouncedBlob, "sha256" | "extension"> | undefined {
  const metadata = parseMetadata(header ?? "");
  if (metadata === undefined) return undefined;
  const sha256 = metadata.get("sha256")?.toLowerCase();
  if (sha256 !== undefined && !digest.safeParse(sha256).success) return undefined;
  const extension = metadata.get("extension")?.toLowerCase() ?? extensionIn(metadata);
  return isExtension(extension) ? { sha256, extension } : undefined;
}

function extensionIn(metadata: ReadonlyMap<string, string>): string {
  const name = metadata.get("filename") ?? metadata.get("name") ?? "";
  const extension = extensionOf(name);
  if (isExtension(extension)) return extension;
  return extensionOfType(metadata.get("filetype") ?? metadata.get("type") ?? "") ?? extension;
}

function extensionOfType(mediaType: string): Extension | undefined {
  const essence = (text: string) => text.split(";", 1)[0]?.trim().toLowerCase();
  return Object.keys(mediaTypes)
    .filter(isExtension)
    .find((extension) => essence(mediaTypes[extension]) === essence(mediaType));
}

/** Formats the metadata that `HEAD` answers with. */
export function formatMetadata({ sha256, extension }: AnnouncedBlob): string {
  const digestPair = sha256 === undefined ? "" : `sha256 ${btoa(sha256)},`;
  return `${digestPair}extension ${btoa(extension)}`;
}

/**
 * Parses a number of bytes: `Upload-Length`, `Upload-Offset`. A number that is too large to be exact becomes
 * the largest exact one, which no file reaches.
 */
export function parseCount(header: string | undefined): number | undefined {
  if (!/^\d+$/.test(header ?? "")) return undefined;
  return Math.min(Number(header), Number.MAX_SAFE_INTEGER);
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
