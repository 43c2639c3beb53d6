import { baseLanguage, noLanguage } from "../../i18n/tag.ts";
import type { ListedRecord } from "../listed.ts";
import type { LibraryItem } from "../schema/record.ts";
import { languagesOf, spokenTracks } from "../tracks.ts";

/** What a work has in one language, as staff must know it. */
export interface TextState {
  readonly language: string;
  readonly hasTitle: boolean;
  readonly hasDescription: boolean;
  /** The captions of a film, or a document's text; undefined for what has neither. */
  readonly text: "human" | "machine" | "stale" | "missing" | "none" | undefined;
}

/**
 * What a work has and lacks in each language: in those that the library's pages speak, and in those that it has
 * itself. The original comes first.
 * @param offered the languages of the library's pages
 */
export function textStates(
  item: ListedRecord<LibraryItem>,
  offered: readonly string[],
): TextState[] {
  const own = languagesOf(item).filter((language) => language !== noLanguage);
  const covered = new Set(own.map(baseLanguage));
  const languages = [...own, ...offered.filter((language) => !covered.has(language))];
  return [...new Set(languages)].map((language) => ({
    language,
    hasTitle: has(item.name, language),
    hasDescription: "description" in item && has(item.description, language),
    text: textState(item, language),
  }));
}

/** Whether anything is missing, machine-made or out of date. */
export function isComplete({ hasTitle, hasDescription, text }: TextState): boolean {
  return hasTitle && hasDescription && (text === undefined || text === "human" || text === "none");
}

/** A regional variety has the texts of its base language. */
function has(texts: Readonly<Record<string, string>> | undefined, language: string): boolean {
  return texts?.[language] !== undefined || texts?.[baseLanguage(language)] !== undefined;
}

function textState(item: ListedRecord<LibraryItem>, language: string): TextState["text"] {
  if (item.kind === "Library" || item.kind === "Series") return undefined;
  if (item.inLanguage === noLanguage) return "none";
  const texts = item.kind === "Episode" ? spokenTracks(item) : item.texts;
  const text = texts.find(({ inLanguage }) => inLanguage === language);
  if (text === undefined) return "missing";
  if (text.stale === true) return "stale";
  return "origin" in text && text.origin === "machine" ? "machine" : "human";
}
