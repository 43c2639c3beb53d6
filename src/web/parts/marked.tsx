import { findWords } from "../../library/find-words.ts";
import { type Piece, piecesOf } from "../../library/passages.ts";
import type { SearchTerm } from "../../library/search-query.ts";

/** A text with what was asked for marked in it. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}

/** A text with the words of a search marked in it. */
export function MarkedText({ text, terms }: { text: string; terms: readonly SearchTerm[] }) {
  if (terms.length === 0) return <>{text}</>;
  const shown = text.normalize("NFC");
  return <Pieces pieces={piecesOf(shown, findWords(shown, terms))} />;
}
