/** Parses cue text to a tree (WebVTT §6.4, “cue text parsing rules”). */
import { tokenizeCueText } from "./cue-text-tokenizer.ts";
import { collectTimestamp } from "./timings.ts";

/** The kinds of spans, one for each tag: `<c>` `<i>` `<b>` `<u>` `<ruby>` `<rt>` `<v>` `<lang>`. */
export type CueSpanType =
  | "class"
  | "italic"
  | "bold"
  | "underline"
  | "ruby"
  | "rubyText"
  | "voice"
  | "language";

export interface CueSpan {
  readonly type: CueSpanType;
  readonly classes: readonly string[];
  /** The BCP 47 tag, as written, of the nearest `<lang>` or, outside of one, of the track; "" if unknown. */
  readonly language: string;
  /** The speaker of a voice span: “Maria” in `<v Maria>`. "" for other spans. */
  readonly annotation: string;
  readonly children: CueNode[];
}

/** A node of cue text; a timestamp's value is in seconds. */
export type CueNode =
  | CueSpan
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "timestamp"; readonly value: number };

const spanTypes = new Map<string, CueSpanType>([
  ["c", "class"],
  ["i", "italic"],
  ["b", "bold"],
  ["u", "underline"],
  ["ruby", "ruby"],
  ["rt", "rubyText"],
  ["v", "voice"],
  ["lang", "language"],
]);

/**
 * Parses a cue's text. Never throws: unknown tags are dropped but their text is kept; spans that aren't
 * closed end with the text. The tree can be as deep as the text is long, so walk it with `walkCueText`
 * rather than by recursion, which could overflow the stack.
 * @param language the track's BCP 47 tag
 * @returns the nodes at the top level, with their children
 */
export function parseCueText(text: string, language = ""): CueNode[] {
  const root: CueNode[] = [];
  const openSpans: CueSpan[] = []; // From the outermost to the current one.
  for (const token of tokenizeCueText(text)) {
    const current = openSpans.at(-1);
    const children = current?.children ?? root;
    if (token.type === "string") {
      children.push({ type: "text", value: token.value });
    } else if (token.type === "timestamp tag") {
      const timestamp = collectTimestamp(token.value, 0);
      if (timestamp !== undefined && timestamp.position === token.value.length) {
        children.push({ type: "timestamp", value: timestamp.value });
      }
    } else if (token.type === "start tag") {
      const type = spanTypes.get(token.name);
      if (type === undefined || (type === "rubyText" && current?.type !== "ruby")) continue;
      const span: CueSpan = {
        type,
        classes: token.classes.filter((name) => name !== ""),
        language: type === "language" ? token.annotation : (current?.language ?? language),
        annotation: type === "voice" ? token.annotation : "",
        children: [],
      };
      children.push(span);
      openSpans.push(span);
    } else if (current !== undefined) {
      if (spanTypes.get(token.name) === current.type) openSpans.pop();
      else if (token.name === "ruby" && current.type === "rubyText") openSpans.splice(-2);
    }
  }
  return root;
}

/**
 * Walks a tree in document order, without recursion.
 * @param enter called for each node
 * @param leave called for each span, after its children
 */
export function walkCueText(
  nodes: readonly CueNode[],
  enter: (node: CueNode) => void,
  leave: (span: CueSpan) => void = () => {},
): void {
  const levels: { readonly nodes: readonly CueNode[]; next: number; readonly span?: CueSpan }[] = [
    { nodes, next: 0 },
  ];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.next];
    level.next += 1;
    if (node === undefined) {
      if (level.span !== undefined) leave(level.span);
      levels.pop();
      continue;
    }
    enter(node);
    if ("children" in node) levels.push({ nodes: node.children, next: 0, span: node });
  }
}
