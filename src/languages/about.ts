import { ar } from "./about/ar.ts";
import { type AboutPages, en } from "./about/en.ts";
import { es } from "./about/es.ts";
import { vi } from "./about/vi.ts";
import type { InterfaceLanguage } from "./interface.ts";

const byLanguage: Record<InterfaceLanguage, AboutPages> = { en, es, vi, ar };

export type AboutName = keyof AboutPages;

/** The names of the pages that a library has about itself: the last part of their addresses. */
export const aboutNames = Object.keys(en) as AboutName[];

/** A page about the library itself, in Markdown; `{origin}` stands for the library's own address. */
export function aboutPageIn(language: InterfaceLanguage, name: AboutName) {
  return byLanguage[language][name];
}
