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

/** Who a page is for: their language, and how texts are chosen in it. */
export interface Reader {
  readonly language: InterfaceLanguage;
  readonly direction: Direction;
  readonly strings: Strings;
  readonly neighbours: Neighbours;
  /** The text to show out of those there are. @param original the work's `inLanguage` */
  choose(texts: Texts | undefined, original: string): LocalText | undefined;
}

/** @param face the library's own face, which may name neighbouring languages */
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
