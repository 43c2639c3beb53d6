import type { HighlightedText } from "../../search/highlights.ts";

/** A text with the search terms marked. */
export function Highlighted({ pieces }: { pieces: readonly HighlightedText[] }) {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}
