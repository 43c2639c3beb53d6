import type { RequestContext } from "../../delivery/http/environment.ts";
import { isInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { negotiateLanguage } from "../../i18n/negotiate.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { homePath } from "../../records/addresses.ts";
import { offeredLanguages } from "../../records/offered-languages.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists.ts";

/** `/`: to the home page in the browser's language, else in the library's own; of those that it offers. */
export async function redirectToHome(context: RequestContext): Promise<Response> {
  context.header("Vary", "Accept-Language");
  const asked = context.req.query("lang");
  const settings = (await readLibrary(openDatabase(context.env.DB)))?.record;
  const offered = offeredLanguages(settings);
  const own = baseLanguage(settings?.inLanguage ?? "en");
  const otherwise = offered.find((language) => language === own) ?? offered[0];
  const language = isInterfaceLanguage(asked)
    ? asked
    : negotiateLanguage(context.req.header("Accept-Language"), otherwise, offered);
  return context.redirect(homePath(language), 302);
}
