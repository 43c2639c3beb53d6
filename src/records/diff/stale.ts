import type { LibraryItem } from "../schema/record.ts";
import { spokenTracks } from "../tracks.ts";

/** The part of a text that shows whether it is older than its original. */
interface Translatable {
  readonly inLanguage: string;
  readonly file: { readonly sha256: string };
  readonly stale?: boolean | undefined;
}

/**
 * The languages whose translation didn't change although the original did, and isn't marked as stale.
 * None if the original didn't change.
 */
export function staleLanguages(before: LibraryItem, after: LibraryItem): string[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  const original = now.get(after.inLanguage);
  const former = old.get(after.inLanguage);
  if (original === undefined || former === undefined) return [];
  if (original.file.sha256 === former.file.sha256) return [];
  return [...now.values()]
    .filter(({ inLanguage }) => inLanguage !== after.inLanguage)
    .filter(({ inLanguage, file }) => old.get(inLanguage)?.file.sha256 === file.sha256)
    .filter(({ stale }) => stale !== true)
    .map(({ inLanguage }) => inLanguage);
}

/** A film's spoken tracks or a document's pages, by language; PDFs count only if there are no pages. */
function textsOf(item: LibraryItem): Map<string, Translatable> {
  if (item.kind === "Episode") return byLanguage(spokenTracks(item));
  if (item.kind !== "Document") return new Map();
  const pages = item.texts.filter(({ file }) => file.extension === "md");
  return byLanguage(pages.length > 0 ? pages : item.texts);
}

const byLanguage = (texts: readonly Translatable[]) =>
  new Map(texts.map((text) => [text.inLanguage, text]));
