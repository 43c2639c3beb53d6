import { speakersOf } from "../../../../captions/webvtt/plain-text.ts";
import type { CaptionsDocument } from "./document.ts";

const voice = /^<v(?:\.[^\s>]*)?[ \t]+([^>]*)>/;

/** The speaker that a cue's text begins with: “Ana” in `<v Ana>`; "" for none. */
export function speakerOfText(text: string): string {
  return voice.exec(text)?.[1]?.trim() ?? "";
}

/** The tag of the speaker that a text begins with, as it is written; "" for none. */
export function voiceOf(text: string): string {
  return voice.exec(text)?.[0] ?? "";
}

/** The text with another speaker. @param name "" for nobody */
export function withSpeaker(text: string, name: string): string {
  const said = text.replace(voice, "");
  const cleaned = name.replace(/[<>&\n]/g, " ").trim();
  const isWhole = said !== text && said.endsWith("</v>") && !said.includes("<v");
  const rest = isWhole ? said.slice(0, -"</v>".length) : said;
  return cleaned === "" ? rest : `<v ${cleaned}>${rest}`;
}

/** Every speaker of both languages, the most frequent first. */
export function namesOfSpeakers(document: CaptionsDocument): string[] {
  const counts = new Map<string, number>();
  for (const { edited, beside } of document.rows) {
    const texts = [edited?.text, beside?.text].filter((text) => text !== undefined);
    const names = new Set(texts.filter((text) => text.includes("<v")).flatMap(speakersOf));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
