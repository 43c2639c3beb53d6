import type { RequestContext } from "../../delivery/http/environment.ts";
import { isInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { negotiateLanguage } from "../../i18n/negotiate.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { homePath } from "../../records/addresses.ts";
import { offeredLanguages } from "../../records/offered-languages.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";

/** `/`: redirects to the home page in the browser's language if the library offers it, otherwise in the library's own. */
export async function redirectToHome(context: RequestContext): Promise<Response> {
  context.header("Vary", "Accept-Language");
  const requested = context.req.query("lang");
  const settings = (await readLibrary(openDatabase(context.env.DB)))?.record;
  const offered = offeredLanguages(settings);
  const libraryLanguage = baseLanguage(settings?.inLanguage ?? "en");
  const fallback = offered.find((language) => language === libraryLanguage) ?? offered[0];
  const language = isInterfaceLanguage(requested)
    ? requested
    : negotiateLanguage(context.req.header("Accept-Language"), fallback, offered);
  return context.redirect(homePath(language), 302);
}
