import { type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { directionOf } from "../../i18n/direction.ts";
import { defaultNeighbours } from "../../i18n/fallback.ts";
import { interfaceLanguageFor } from "../../i18n/interface-languages.ts";
import { nameOfLanguage, nameOfLanguageIn } from "../../i18n/names.ts";
import { stringsIn } from "../../i18n/strings.ts";
import { noLanguage } from "../../i18n/tag.ts";
import { offeredLanguages } from "../../records/offered-languages.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLanguages } from "../../storage/lists/languages.ts";
import { type LanguageList, languagesParameters } from "../contract.ts";
import { respondWithJson } from "./answer.ts";
import { readQuery } from "./read-query.ts";

/** `GET /api/v1/languages`: the languages of the library's pages and works, the pages' first. */
export async function getLanguages(context: RequestContext): Promise<Response> {
  const parameters = readQuery(context, languagesParameters);
  if (parameters instanceof Response) return parameters;
  const { lang = "en" } = parameters;
  const { library, languages } = await readLanguages(openDatabase(context.env.DB), requestTime());
  const settings = library?.record;
  const offered: readonly string[] = offeredLanguages(settings);
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  return respondWithJson<LanguageList>(context, [library?.digest, ...languages], () => ({
    items: [...new Set([...offered, ...languages])].map((tag) => ({
      tag,
      ...namesOf(tag, lang),
      direction: directionOf(tag),
      hasPages: offered.includes(tag),
      hasWorks: languages.includes(tag),
      substitutes: [...(neighbours[tag] ?? [])],
    })),
  }));
}

/** A language's names; content without language is described in the reader's. */
function namesOf(tag: string, reader: string): { readonly ownName: string; readonly name: string } {
  if (tag !== noLanguage) {
    return { ownName: nameOfLanguage(tag), name: nameOfLanguageIn(tag, reader) };
  }
  const { noSpeech } = stringsIn(interfaceLanguageFor(reader));
  return { ownName: noSpeech, name: noSpeech };
}
