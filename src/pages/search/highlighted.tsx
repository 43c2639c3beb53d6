import type { HighlightedText } from "../../search/passages.ts";

/** A text with what was asked for marked in it. */
export function Highlighted({ pieces }: { pieces: readonly HighlightedText[] }) {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}
