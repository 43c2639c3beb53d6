import { type InterfaceLanguage, isInterfaceLanguage } from "../../i18n/interface-languages.ts";
import { negotiateLanguage } from "../../i18n/negotiate.ts";
import type { RequestContext } from "./environment.ts";

/** The reader's language: the address says it, else `?lang=`, else the browser. */
export function languageOfRequest(context: RequestContext): InterfaceLanguage {
  const first = context.req.path.split("/", 2)[1];
  if (isInterfaceLanguage(first)) return first;
  const asked = context.req.query("lang");
  return isInterfaceLanguage(asked)
    ? asked
    : negotiateLanguage(context.req.header("Accept-Language"));
}
