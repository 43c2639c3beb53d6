import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { ar } from "./texts/ar.ts";
import { type AboutPages, en } from "./texts/en.ts";
import { es } from "./texts/es.ts";
import { vi } from "./texts/vi.ts";

const byLanguage: Record<InterfaceLanguage, AboutPages> = { en, es, vi, ar };

/**
 * The pages about the library itself, in Markdown; `{origin}` and `{embedCode:TITLE}` are filled in. The build makes
 * a static asset of each language's, so that the Worker doesn't hold them.
 */
export function aboutPagesIn(language: InterfaceLanguage): AboutPages {
  return byLanguage[language];
}
