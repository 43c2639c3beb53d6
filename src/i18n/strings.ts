import type { InterfaceLanguage } from "./interface-languages.ts";
import { ar } from "./strings/ar.ts";
import { en, type Strings } from "./strings/en.ts";
import { es } from "./strings/es.ts";
import { vi } from "./strings/vi.ts";

const byLanguage: Record<InterfaceLanguage, Strings> = { en, es, vi, ar };

/** The interface's strings in a language. */
export function stringsIn(language: InterfaceLanguage): Strings {
  return byLanguage[language];
}

export type { Strings };
