import { getCookie, setCookie } from "hono/cookie";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { negotiateLanguage } from "../../i18n/negotiate.ts";
import { type ConsoleLanguage, consoleLanguages, isConsoleLanguage } from "../strings.ts";

const cookieName = "videoteca_language";
/** A year in seconds: how long the browser remembers the console's language. */
const remembered = 31_536_000;

/** The console's language: that which `?lang=` chooses from now on, else the chosen one, else the browser's. */
export function consoleLanguageOf(context: RequestContext): ConsoleLanguage {
  const chosen = context.req.query("lang");
  if (isConsoleLanguage(chosen)) {
    const secure = new URL(context.req.url).protocol === "https:";
    const attributes = { path: "/staff", httpOnly: true, sameSite: "Strict", secure } as const;
    setCookie(context, cookieName, chosen, { ...attributes, maxAge: remembered });
    return chosen;
  }
  const kept = getCookie(context, cookieName);
  if (isConsoleLanguage(kept)) return kept;
  const header = context.req.header("Accept-Language");
  const language = negotiateLanguage(header, "en", consoleLanguages);
  return isConsoleLanguage(language) ? language : "en";
}
