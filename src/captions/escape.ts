/** Converts plain text to WebVTT cue text: `&`, `<` and `>` become character references. */
export function escapeCueText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
