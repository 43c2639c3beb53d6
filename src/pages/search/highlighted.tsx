import type { Piece } from "../../search/passages.ts";

/** A text with what was asked for marked in it. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}
