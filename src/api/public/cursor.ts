import type { Cursor } from "../../storage/lists.ts";

/** A place in a list as an address carries it: opaque to clients, the same on every page that pages. */
export function writeCursor(cursor: Cursor): string {
  return `${cursor.datePublished}~${cursor.slug}`;
}

/** @returns undefined where the text is no cursor; the list then starts at its beginning */
export function readCursor(text: string | undefined): Cursor | undefined {
  const match = /^([0-9TZ:.-]{0,30})~([a-z0-9-]{1,80})$/.exec(text ?? "");
  if (match === null) return undefined;
  const [, datePublished = "", slug = ""] = match;
  return { datePublished, slug };
}
