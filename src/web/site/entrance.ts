import { isInterfaceLanguage } from "../../languages/interface.ts";
import { negotiateLanguage } from "../../languages/negotiate.ts";
import { baseLanguage } from "../../languages/tag.ts";
import { offeredLanguages } from "../../library/face.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists.ts";
import { homePath } from "../addresses.ts";
import type { RequestContext } from "../environment.ts";

/** `/`: to the home page in the browser's language, else in the library's own; of those that it offers. */
export async function toHome(context: RequestContext): Promise<Response> {
  context.header("Vary", "Accept-Language");
  const asked = context.req.query("lang");
  const face = (await readLibrary(openDatabase(context.env.DB)))?.record;
  const offered = offeredLanguages(face);
  const own = baseLanguage(face?.inLanguage ?? "en");
  const otherwise = offered.find((language) => language === own) ?? offered[0];
  const language = isInterfaceLanguage(asked)
    ? asked
    : negotiateLanguage(context.req.header("Accept-Language"), otherwise, offered);
  return context.redirect(homePath(language), 302);
}
