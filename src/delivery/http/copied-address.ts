import { interfaceLanguageOf } from "../../i18n/interface-language-of.ts";
import type { RequestContext } from "./environment.ts";
import { redirectToCurrentPath } from "./former-address.ts";

/**
 * Leads on from an address at which nothing is to the one that its reader means, if it was copied with too much
 * (DESIGN 3).
 * @returns undefined if it wasn't
 */
export function redirectFromCopy(context: RequestContext): Response | undefined {
  const { path, method } = context.req;
  const meant = method === "GET" || method === "HEAD" ? pathOfCopy(path) : undefined;
  return meant === undefined ? undefined : redirectToCurrentPath(context, meant);
}

/**
 * The path of a page or an embed without a slash or a sentence's punctuation at its end, and with its language as
 * our addresses have it: `/es-MX/watch/film.` is `/es/watch/film`, and `/EN/` is `/en/`.
 */
function pathOfCopy(path: string): string | undefined {
  const [, first = "", rest = ""] = /^\/([^/]+)(.*)$/.exec(path) ?? [];
  const language = first === "embed" ? first : interfaceLanguageOf(first);
  if (language === undefined) return undefined;
  // The lookbehind keeps it linear in the length of the address.
  const trimmed = rest.replace(/(?<![/.,;:!?)])[/.,;:!?)]+$/, "");
  // A language's home page ends with a slash.
  const meant = `/${language}${trimmed || "/"}`;
  return meant === path ? undefined : meant;
}
