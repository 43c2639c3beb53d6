/** Splits the text of a cue in two, each with the tags that hold for it. */
import { markup } from "./markup.ts";
import { voiceOf } from "./speakers.ts";

/** A tag, or the beginning of one that doesn't end. */
const tag = /<[^>]*>?/g;
/** What isn't split. */
const whole = new RegExp(markup, "g");
const tagOrSpace = /<[^>]*>?|\s+(?=\S)/g;
/** The tags of spans but those of voices: https://www.w3.org/TR/webvtt1/#webvtt-cue-text-dom-construction-rules */
const spanTag = /<(\/?)(c|i|b|u|ruby|rt|lang)(?=[\s.>])[^>]*>/g;

/** Both parts of a text. @param position in UTF-16 code units; within a tag or a character reference its end is meant */
export function splitText(text: string, position: number): [string, string] {
  const at = endOfWhole(text, position);
  const first = text.slice(0, at).trimEnd();
  const rest = text.slice(at).trimStart();
  const open = openSpans(first);
  const closing = open.map(({ name }) => `</${name}>`).reverse();
  // The second part is said by the same person: a voice ends with its cue.
  const voice = voiceOf(text);
  const isSaid = voice === "" || rest.startsWith("<v") || at < voice.length;
  const opening = (isSaid ? "" : voice) + open.map(({ start }) => start).join("");
  return [first + closing.join(""), opening + rest];
}

function endOfWhole(text: string, position: number): number {
  for (const { index, 0: found } of text.matchAll(whole)) {
    const end = index + found.length;
    if (index < position && position < end) return end;
  }
  return position;
}

/** The spans that are still open at the end of a text, the outermost first. */
function openSpans(text: string): { readonly name: string; readonly start: string }[] {
  const open: { readonly name: string; readonly start: string }[] = [];
  for (const [start, slash, name = ""] of text.matchAll(spanTag)) {
    if (slash === "") open.push({ name, start });
    else if (open.at(-1)?.name === name) open.pop();
  }
  return open;
}

/** How much of what is shown stands before a position, from 0 to 1. */
export function shareOf(text: string, position: number): number {
  const shown = (part: string) => part.replace(tag, "").length;
  const length = shown(text);
  return length === 0 ? 0.5 : Math.min(1, shown(text.slice(0, position)) / length);
}

/** The beginning of the word, but the first, that is nearest to a share of what is shown; the text's end without one. */
export function nearestWord(text: string, share: number): number {
  const wanted = text.replace(tag, "").length * share;
  let nearest = { position: text.length, distance: Number.POSITIVE_INFINITY };
  let [shown, position] = [0, 0];
  for (const { index, 0: found } of text.matchAll(tagOrSpace)) {
    shown += index - position;
    position = index + found.length;
    if (found.startsWith("<") || shown === 0) continue;
    shown += found.length;
    const distance = Math.abs(shown - wanted);
    if (distance < nearest.distance) nearest = { position, distance };
  }
  return nearest.position;
}
