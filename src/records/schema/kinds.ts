import type { Kind } from "./publishing-fields.ts";
import type { LibraryItem } from "./record.ts";

/** The record type of a kind. */
export type ItemOfKind<Name extends Kind> = Extract<LibraryItem, { kind: Name }>;

/** Whether a record is of one of some kinds. */
export function isOfKind<Name extends Kind>(
  record: LibraryItem,
  kinds: readonly Name[],
): record is ItemOfKind<Name> {
  return kinds.some((kind) => kind === record.kind);
}

/** A kind with its article, for sentences: `an Episode`, `a Document`. */
export function withArticle(kind: Kind): string {
  return `${kind === "Episode" ? "an" : "a"} ${kind}`;
}
