import type { Blob, LibraryItem } from "../schema/record.ts";

/** Captions and texts that staff work on before they are published. */

/** What a draft is of: a kind of track of a film, or the Markdown of a document. */
export const draftParts = ["captions", "subtitles", "descriptions", "text"] as const;
export type DraftPart = (typeof draftParts)[number];

/** `ready` asks a publisher to read it and publish it. */
export const draftStates = ["working", "ready"] as const;
export type DraftState = (typeof draftStates)[number];

/** Which draft: each work has one at most for a part and a language. */
export interface DraftKey {
  readonly slug: string;
  readonly part: DraftPart;
  /** A BCP 47 tag. */
  readonly language: string;
}

/** The languages in which somebody may write drafts. */
export type DraftLanguages = "all" | readonly string[];

export function mayWriteDraft(languages: DraftLanguages, language: string): boolean {
  return languages === "all" || languages.includes(language);
}

/** The parts that a kind of work has. */
export function draftPartsOf(kind: LibraryItem["kind"]): readonly DraftPart[] {
  if (kind === "Episode") return draftParts.filter((part) => part !== "text");
  return kind === "Document" ? ["text"] : [];
}

/** The published file that a draft would replace; undefined if there is none. */
export function publishedFile(
  item: LibraryItem,
  { part, language }: Pick<DraftKey, "part" | "language">,
): Blob | undefined {
  if (item.kind === "Episode") {
    return item.captions.find((track) => track.kind === part && track.inLanguage === language)
      ?.file;
  }
  if (item.kind !== "Document" || part !== "text") return undefined;
  return item.texts.find(
    ({ inLanguage, file }) => inLanguage === language && file.extension === "md",
  )?.file;
}

/** What a published draft puts into a record. */
export interface DraftedFile {
  readonly file: Blob;
  /** How many cues captions have. */
  readonly cues: number;
  /** As readers see it: empty for nobody, undefined for whom they see with the published file. */
  readonly translator: string | undefined;
}

/**
 * A record with a draft's file in place of the published one, or as another track or text, not yet validated. What a
 * person has written or read is neither machine-made nor out of date.
 */
export function withDraftedFile(
  item: LibraryItem,
  { part, language }: Pick<DraftKey, "part" | "language">,
  { file, cues, translator = translatorOf(item, { part, language }) ?? "" }: DraftedFile,
): Readonly<Record<string, unknown>> {
  const named = translator === "" ? {} : { translator };
  if (item.kind === "Episode") {
    const index = item.captions.findIndex(
      (track) => track.kind === part && track.inLanguage === language,
    );
    const { stale: _, translator: __, ...kept } = item.captions[index] ?? {};
    const track = { ...kept, inLanguage: language, kind: part, file, origin: "human", cues };
    return { ...item, captions: replacedAt(item.captions, index, { ...track, ...named }) };
  }
  if (item.kind !== "Document") return item;
  const index = item.texts.findIndex(
    (text) => text.inLanguage === language && text.file.extension === "md",
  );
  const { stale: _, translator: __, ...kept } = item.texts[index] ?? {};
  const text = { ...kept, inLanguage: language, file };
  return { ...item, texts: replacedAt(item.texts, index, { ...text, ...named }) };
}

/** A list with another item at an index, or at its end if the index is -1. */
function replacedAt(list: readonly object[], index: number, item: object): object[] {
  return index === -1 ? [...list, item] : list.map((one, at) => (at === index ? item : one));
}

/** The translator whom readers see with the published file; undefined if none is named. */
export function translatorOf(
  item: LibraryItem,
  { part, language }: Pick<DraftKey, "part" | "language">,
): string | undefined {
  if (item.kind === "Episode") {
    return item.captions.find((track) => track.kind === part && track.inLanguage === language)
      ?.translator;
  }
  return item.kind === "Document"
    ? item.texts.find((text) => text.inLanguage === language && text.file.extension === "md")
        ?.translator
    : undefined;
}
