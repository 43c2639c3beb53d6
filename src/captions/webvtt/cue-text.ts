/** Cue text as a tree (WebVTT §6.4, “cue text parsing rules”). */
import { tokenizeCueText } from "./cue-text-tokenizer.ts";
import { collectTimestamp } from "./timings.ts";

/** What a tag makes: `<c>` `<i>` `<b>` `<u>` `<ruby>` `<rt>` `<v>` `<lang>`. */
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
  type: CueSpanType;
  classes: string[];
  /** The BCP 47 tag in force, as written, from the nearest `<lang>` or the cue's own; or "". */
  language: string;
  /** Of a voice, the speaker: “Maria” in `<v Maria>`. Else "". */
  annotation: string;
  children: CueNode[];
}

/** A node of cue text; a timestamp's value is in seconds. */
export type CueNode =
  | CueSpan
  | { type: "text"; value: string }
  | { type: "timestamp"; value: number };

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
 * Reads a cue's text: the nodes at its top, each with its children. `language` is the track's.
 * Never throws: unknown tags are left out, their text stays; tags left open end with the text.
 * The tree may be as deep as the text is long, so walk it with `walkCueText`, not by recursion.
 */
export function parseCueText(text: string, language = ""): CueNode[] {
  const root: CueNode[] = [];
  const open: CueSpan[] = []; // the current node and, below it in the stack, its parents
  for (const token of tokenizeCueText(text)) {
    const current = open.at(-1);
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
      open.push(span);
    } else if (current !== undefined) {
      if (spanTypes.get(token.name) === current.type) open.pop();
      else if (token.name === "ruby" && current.type === "rubyText") open.splice(-2);
    }
  }
  return root;
}

/**
 * Visits every node in reading order, without recursion: `enter` at each node, `leave` after a
 * span's children.
 */
export function walkCueText(
  nodes: readonly CueNode[],
  enter: (node: CueNode) => void,
  leave: (span: CueSpan) => void = () => {},
): void {
  const levels: { nodes: readonly CueNode[]; next: number; span?: CueSpan }[] = [
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
