import { accentPath } from "../records/addresses.ts";
import { type AccentColor, accentsOf } from "../records/schema/accent.ts";
import type { LibraryRecord } from "../records/schema/record.ts";
import type { RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";

/**
 * The address of the style sheet with the library's accent color; undefined if the library has none. It is
 * a separate sheet because the pages' policy only allows inline styles whose hash the build knows.
 */
export function accentStylesheetPath(settings: LibraryRecord | undefined): string | undefined {
  return settings?.accentColor === undefined
    ? undefined
    : accentPath(accentsOf(settings.accentColor));
}

/** The color of the latest embed with what was made of it: a library has one color, and many embeds. */
let lastAccent:
  | { readonly color: AccentColor; readonly style: string; readonly hash: string }
  | undefined;

/**
 * The library's accent color as an inline style for an embed, which makes no request before play, with its
 * hash for the policy; undefined if the library has none. Embeds are dark, so it is the dark pages' color.
 */
export async function embedAccentStyle(
  settings: LibraryRecord | undefined,
): Promise<{ style: string; hash: string } | undefined> {
  if (settings?.accentColor === undefined) return undefined;
  const { accentColor } = settings;
  if (lastAccent?.color === accentColor) return lastAccent;
  const { dark } = accentsOf(accentColor);
  const style = `html{--accent:${dark};--player-accent:${dark}}`;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  const hash = `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  lastAccent = { color: accentColor, style, hash };
  return lastAccent;
}

/**
 * `GET /accent/9a3412-f0a35c.css`: a style sheet that sets the accent color on light and on dark pages.
 * Both colors are in the address, so nothing has to be read and caches can keep it for ever.
 */
export function getAccent(context: RequestContext): Response | Promise<Response> {
  const file = context.req.param("file") ?? "";
  const [, light, dark] = /^([0-9a-f]{6})-([0-9a-f]{6})\.css$/.exec(file) ?? [];
  if (light === undefined || dark === undefined) return context.notFound();
  const style = `:root{--accent:#${light};--player-accent:#${dark}}@media (prefers-color-scheme:dark){:root{--accent:#${dark}}}\n`;
  const headers = {
    "Content-Type": "text/css; charset=utf-8",
    "Cache-Control": "public, max-age=31536000, immutable",
  };
  return respondWithEtag(context, [style], headers, () => style);
}
