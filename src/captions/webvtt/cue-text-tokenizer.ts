/** Splits cue text into tokens (WebVTT §6.4, “cue text tokenizer”). */
import { consumeCharacterReference } from "../character-references.ts";

/** A token, and where it is in the cue's text, in UTF-16 code units. */
export type CueTextToken = CueTextTokenContent & {
  readonly start: number;
  /** The position after it. */
  readonly end: number;
};

type CueTextTokenContent =
  | { readonly type: "string"; readonly value: string }
  | {
      readonly type: "start tag";
      readonly name: string;
      readonly classes: readonly string[];
      readonly annotation: string;
    }
  | { readonly type: "end tag"; readonly name: string }
  | { readonly type: "timestamp tag"; readonly value: string };

const textPattern = /[^&<]*/y;
const tagNamePattern = /[^\t\n\f .>]*/y;
const classPattern = /[^\t\n\f .>]*/y;
const annotationPattern = /[^&>]*/y;

/** The tokens of a cue's text, in order. A tag without its “>” ends with the text. */
export function* tokenizeCueText(input: string): Generator<CueTextToken> {
  let position = 0;
  let start = 0;
  const place = () => ({ start, end: Math.min(position + 1, input.length) });
  const consume = (pattern: RegExp): string => {
    pattern.lastIndex = position;
    const consumed = pattern.exec(input)?.[0] ?? "";
    position += consumed.length;
    return consumed;
  };
  /** Consumes matches of a pattern that excludes “&”, and decodes the character references between. */
  const consumeDecoded = (pattern: RegExp): string => {
    let text = consume(pattern);
    while (input[position] === "&") {
      const reference = consumeCharacterReference(input, position);
      text += reference?.text ?? "&";
      position = reference?.position ?? position + 1;
      text += consume(pattern);
    }
    return text;
  };
  const consumeUntilTagEnd = (): string => {
    const end = input.indexOf(">", position);
    const consumed = input.slice(position, end < 0 ? undefined : end);
    position += consumed.length;
    return consumed;
  };

  while (position < input.length) {
    start = position;
    if (input[position] !== "<") {
      yield { type: "string", value: consumeDecoded(textPattern), start, end: position };
      continue;
    }
    position += 1;
    const first = input[position] ?? "";
    if (first === "/") {
      position += 1;
      yield { type: "end tag", name: consumeUntilTagEnd(), ...place() };
    } else if (first >= "0" && first <= "9") {
      yield { type: "timestamp tag", value: consumeUntilTagEnd(), ...place() };
    } else {
      const name = consume(tagNamePattern);
      const classes: string[] = [];
      while (input[position] === ".") {
        position += 1;
        classes.push(consume(classPattern));
      }
      const annotation = consumeDecoded(annotationPattern)
        .replace(/[\t\n\f\r ]+/g, " ")
        .replace(/^ | $/g, "");
      yield { type: "start tag", name, classes, annotation, ...place() };
    }
    position += 1; // Skips the “>”.
  }
}
