import { withoutControls } from "../../i18n/line.ts";

/** A rendered body. */
export type Rendered = string | Uint8Array<ArrayBuffer>;

/** How much the cache holds, in bytes: a few per cent of a Worker's 128 MB. */
const maxCacheSize = 4_000_000;

const cache = new Map<string, Uint8Array<ArrayBuffer>>();
let cacheSize = 0;
const encoder = new TextEncoder();

/**
 * Renders a page or a transcript once for each ETag in this Worker's life. A body is a pure function of the
 * parts of its ETag, so the same ETag means the same body; a changed or withdrawn work has another ETag.
 * The least recently used body is dropped first. Texts leave without control characters, whatever their format, and
 * are kept as bytes, so that they are encoded once.
 * @param render gives the body, or undefined if there is none: nothing is kept then
 */
export async function cachedRender<Missing extends undefined = never>(
  etag: string,
  render: () => Rendered | Missing | Promise<Rendered | Missing>,
): Promise<Uint8Array<ArrayBuffer> | Missing> {
  const rendered = cache.get(etag) ?? (await render());
  if (rendered === undefined) return rendered;
  const body = toBytes(rendered);
  // Look again: another request may have rendered the same body meanwhile.
  if (!cache.delete(etag)) cacheSize += body.length;
  cache.set(etag, body);
  for (const [oldestEtag, oldest] of cache) {
    if (cacheSize <= maxCacheSize) break;
    cache.delete(oldestEtag);
    cacheSize -= oldest.length;
  }
  return body;
}

function toBytes(body: Rendered): Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? new Uint8Array(encoder.encode(withoutControls(body))) : body;
}
