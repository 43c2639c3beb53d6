import { toHex } from "../../records/digest.ts";

/** The namespace of podcasts' identifiers (Podcasting 2.0, `podcast:guid`). */
const podcastNamespace = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";

/**
 * The identifier of a podcast in every directory: the UUIDv5 (RFC 9562, section 5.5) of its address without scheme
 * and slashes at the end.
 * @param address of the feed's first page
 */
export function podcastGuid(address: string): Promise<string> {
  return uuidV5(podcastNamespace, address.replace(/^[a-z]+:\/\//, "").replace(/\/+$/, ""));
}

async function uuidV5(namespace: string, name: string): Promise<string> {
  const prefix = namespace.replaceAll("-", "").match(/../g) ?? [];
  const bytes = [...prefix.map((pair) => Number.parseInt(pair, 16)), ...encode(name)];
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", Uint8Array.from(bytes)), 0, 16);
  // Version 5 and the variant of RFC 9562, each in the highest bits of its byte.
  hash.set([((hash[6] ?? 0) & 0x0f) | 0x50], 6);
  hash.set([((hash[8] ?? 0) & 0x3f) | 0x80], 8);
  const digits = toHex(hash.slice().buffer);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const encode = (text: string) => new TextEncoder().encode(text);
