import { type Direction, directionOf } from "../i18n/direction.ts";
import {
  chooseText,
  defaultNeighbours,
  type LocalText,
  type Neighbours,
  type Texts,
} from "../i18n/fallback.ts";
import type { InterfaceLanguage } from "../i18n/interface-languages.ts";
import { type Strings, stringsIn } from "../i18n/strings.ts";
import type { LibraryRecord } from "./schema/record.ts";

/** The reader of a page: their language, and how texts are chosen for it. */
export interface Reader {
  readonly language: InterfaceLanguage;
  readonly direction: Direction;
  readonly strings: Strings;
  readonly neighbours: Neighbours;
  /** Chooses the text to show. @param original the work's `inLanguage` */
  choose(texts: Texts | undefined, original: string): LocalText | undefined;
}

/** @param settings the library's settings, which may name neighboring languages */
export function readerOf(language: InterfaceLanguage, settings: LibraryRecord | undefined): Reader {
  const neighbours: Neighbours = settings?.neighbours ?? defaultNeighbours;
  return {
    language,
    direction: directionOf(language),
    strings: stringsIn(language),
    neighbours,
    choose: (texts, original) => chooseText(texts, language, original, neighbours),
  };
}
