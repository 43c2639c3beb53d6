/** Finds text of a cue that WebVTT's algorithm drops, because a `<` begins a tag (WebVTT §6.4). */
import { quote } from "../problems.ts";
import { type CueTextToken, tokenizeCueText } from "../webvtt/cue-text-tokenizer.ts";
import { collectTimestamp } from "../webvtt/timings.ts";

/** A part of a cue's text that isn't shown. */
export interface LostText {
  /** Its start in the cue's text, in UTF-16 code units. */
  readonly start: number;
  /** Whether words are lost, not only signs. */
  readonly hasWords: boolean;
  readonly message: string;
}

/** The tags of WebVTT without an annotation: anything after their name is dropped. */
const plainTags = new Set(["c", "i", "b", "u", "ruby", "rt"]);
const annotatedTags = new Set(["v", "lang"]);

/** HTML tags that programs write, although WebVTT hasn't them, with their attributes: no words are lost. */
const htmlTag =
  /^<\/?(?:a|abbr|b|big|bdi|bdo|c|center|cite|code|div|em|font|h[1-6]|i|lang|li|mark|ol|p|pre|q|rp|rt|ruby|s|small|span|strike|strong|sub|sup|tt|u|ul)(?:[.][^\s<>]*)?(?:\s+[a-z-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*\/?>$/i;
const lineBreakTag = /^<br\s*\/?>$/i;

/** A whole tag of WebVTT that isn't the first sign of the text, or a single `<` or `>`. */
const knownTagOrSign = /(?!^)<\/?(?:[cibuv]|ruby|rt|lang)(?:[. ][^<>\n]*)?>|[<>]/g;

/** Finds what of a cue's text isn't shown. Takes time in proportion to the text's length. */
export function findLostText(cueText: string): LostText[] {
  if (!cueText.includes("<")) return [];
  const lost: LostText[] = [];
  for (const token of tokenizeCueText(cueText)) {
    if (token.type === "string") continue;
    const source = cueText.slice(token.start, token.end);
    const found = explainLoss(token, source);
    if (found !== undefined) lost.push({ start: token.start, ...found });
  }
  return lost;
}

type Loss = Pick<LostText, "hasWords" | "message">;

function explainLoss(token: CueTextToken, source: string): Loss | undefined {
  if (lineBreakTag.test(source)) {
    const message = `WebVTT has no ${source} tag, so the words around it are joined. Break the line there.`;
    return { hasWords: false, message };
  }
  if (htmlTag.test(source)) return undefined;
  if (token.type === "timestamp tag") return explainTimestamp(token.value, source);
  if (token.type === "end tag") return explainEndTag(token.name, source);
  if (token.type === "start tag") return explainStartTag(token, source);
  return undefined;
}

function explainTimestamp(value: string, source: string): Loss | undefined {
  const isTimestamp = collectTimestamp(value, 0)?.position === value.length;
  if (isTimestamp) return undefined;
  if (!/^<[\d:.,]+>$/.test(source)) return notShown(source);
  const message =
    `${source} is no time that WebVTT reads, so it has no effect. ` +
    "Write it as <00:01.500>, with three digits after a full stop, or remove it.";
  return { hasWords: false, message };
}

function explainEndTag(name: string, source: string): Loss | undefined {
  const trimmed = name.trim();
  const isTag = plainTags.has(trimmed) || annotatedTags.has(trimmed) || trimmed === "";
  return isTag && source.endsWith(">") ? undefined : notShown(source);
}

function explainStartTag(
  { name, annotation }: CueTextToken & { type: "start tag" },
  source: string,
): Loss | undefined {
  const isClosed = source.endsWith(">");
  if (plainTags.has(name)) return isClosed && annotation === "" ? undefined : notShown(source);
  if (annotatedTags.has(name)) {
    if (isClosed && !/[<\n]/.test(source.slice(1))) return undefined;
    const message =
      `This tag has no “>” on its line, so these words are read as part of it and aren't shown: ` +
      `${quoteLine(source)}. Write “>” after the ${name === "v" ? "speaker's name" : "language"}.`;
    return { hasWords: true, message };
  }
  const known = name.toLowerCase();
  if (isClosed && annotatedTags.has(known)) {
    const message = `${quoteLine(source)} isn't read: tags are written in lower case, <${known} …>.`;
    return { hasWords: true, message };
  }
  return notShown(source);
}

function notShown(source: string): Loss {
  // A tag after a sign that begins none, as in “< 6</i>”, stays one.
  const isSign = /^<[\s\d]/.test(source);
  const correction = source.replace(knownTagOrSign, (found) => {
    if (isSign && found.length > 1) return found;
    return found.replace("<", "&lt;").replace(">", "&gt;");
  });
  return {
    hasWords: /[\p{L}\p{N}]/u.test(source),
    message:
      `WebVTT reads “<” as the beginning of a tag, so this isn't shown: ${quoteLine(source)}. ` +
      `Write “<” as &lt;, as in ${quoteLine(correction)}.`,
  };
}

/** A text on one line in quotation marks, shortened for a message. */
const quoteLine = (text: string) => quote(text.replaceAll("\n", " "));
