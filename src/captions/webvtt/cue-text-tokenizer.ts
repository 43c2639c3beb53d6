/** Parts cue text into tokens (WebVTT §6.4, “cue text tokenizer”). */
import { consumeCharacterReference } from "../character-references.ts";

export type CueTextToken =
  | { type: "string"; value: string }
  | { type: "start tag"; name: string; classes: string[]; annotation: string }
  | { type: "end tag"; name: string }
  | { type: "timestamp tag"; value: string };

const textPattern = /[^&<]*/y;
const tagNamePattern = /[^\t\n\f .>]*/y;
const classPattern = /[^\t\n\f .>]*/y;
const annotationPattern = /[^&>]*/y;

/** The tokens of a cue's text, in order. A tag that is never closed ends with the text. */
export function* tokenizeCueText(input: string): Generator<CueTextToken> {
  let position = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = position;
    const taken = pattern.exec(input)?.[0] ?? "";
    position += taken.length;
    return taken;
  };
  /** Takes text with its character references up to what ends `pattern`. */
  const takeDecoded = (pattern: RegExp): string => {
    let text = take(pattern);
    while (input[position] === "&") {
      const reference = consumeCharacterReference(input, position);
      text += reference?.text ?? "&";
      position = reference?.position ?? position + 1;
      text += take(pattern);
    }
    return text;
  };
  const takeUntilTagEnd = (): string => {
    const end = input.indexOf(">", position);
    const taken = input.slice(position, end < 0 ? undefined : end);
    position += taken.length;
    return taken;
  };

  while (position < input.length) {
    if (input[position] !== "<") {
      yield { type: "string", value: takeDecoded(textPattern) };
      continue;
    }
    position += 1;
    const first = input[position] ?? "";
    if (first === "/") {
      position += 1;
      yield { type: "end tag", name: takeUntilTagEnd() };
    } else if (first >= "0" && first <= "9") {
      yield { type: "timestamp tag", value: takeUntilTagEnd() };
    } else {
      const name = take(tagNamePattern);
      const classes: string[] = [];
      while (input[position] === ".") {
        position += 1;
        classes.push(take(classPattern));
      }
      const annotation = takeDecoded(annotationPattern).replace(/[\t\n\f\r ]+/g, " ");
      yield { type: "start tag", name, classes, annotation: annotation.replace(/^ | $/g, "") };
    }
    position += 1; // the “>”
  }
}
