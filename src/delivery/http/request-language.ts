import { interfaceLanguageOf } from "../../i18n/interface-language-of.ts";
import { type InterfaceLanguage, isInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { negotiateLanguage } from "../../i18n/negotiate.ts";
import type { RequestContext } from "./environment.ts";

/** The reader's language: from the path, else from `?lang=`, else from `Accept-Language`. */
export function languageOfRequest(context: RequestContext): InterfaceLanguage {
  const prefix = context.req.path.split("/", 2)[1];
  if (isInterfaceLanguage(prefix)) return prefix;
  return (
    interfaceLanguageOf(context.req.query("lang")) ??
    negotiateLanguage(context.req.header("Accept-Language"))
  );
}
