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
