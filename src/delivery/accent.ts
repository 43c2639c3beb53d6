import { accentPath } from "../records/addresses.ts";
import { accentsOf } from "../records/schema/accent.ts";
import type { LibraryRecord } from "../records/schema/record.ts";
import type { RequestContext } from "./http/environment.ts";

/**
 * Where the style sheet with a library's accent colour is; undefined where it has none. A sheet of its own,
 * as pages may bear no style but that whose hash the build knows.
 */
export function accentStylesheetPath(settings: LibraryRecord | undefined): string | undefined {
  return settings?.accentColor === undefined
    ? undefined
    : accentPath(accentsOf(settings.accentColor));
}

/**
 * A library's accent colour as a style to stand in an embed, which may ask for no sheet before play, with
 * its hash for the policy; undefined where it has none. Embeds are dark: it is the dark pages' colour.
 */
export async function embedAccentStyle(
  settings: LibraryRecord | undefined,
): Promise<{ style: string; hash: string } | undefined> {
  if (settings?.accentColor === undefined) return undefined;
  const { dark } = accentsOf(settings.accentColor);
  const style = `html{--accent:${dark};--player-accent:${dark}}`;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  return { style, hash: `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` };
}

/**
 * `/accent/9a3412-f0a35c.css`: a style sheet of nothing but an accent colour for each look. All it says
 * stands in its address, so that nothing is read and it can be kept for ever; six digits can do no harm.
 */
export function getAccent(context: RequestContext): Response | Promise<Response> {
  const file = context.req.param("file") ?? "";
  const [, light, dark] = /^([0-9a-f]{6})-([0-9a-f]{6})\.css$/.exec(file) ?? [];
  if (light === undefined || dark === undefined) return context.notFound();
  const style = `:root{--accent:#${light};--player-accent:#${dark}}@media (prefers-color-scheme:dark){:root{--accent:#${dark}}}\n`;
  return context.body(style, 200, {
    "Content-Type": "text/css; charset=utf-8",
    "Cache-Control": "public, max-age=31536000, immutable",
  });
}
