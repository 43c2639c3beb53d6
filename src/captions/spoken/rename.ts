import { escapeCueText } from "../escape.ts";

/**
 * Writes the names that a manifest gives to speakers into captions: in voices, `<v SPEAKER_00>`, and at the start of
 * lines, `SPEAKER_00:`, `[SPEAKER_00]` and `(SPEAKER_00)`, also after `>>` or a dash. Nothing else changes.
 * @param text a WebVTT file, or the text of a cue
 * @param names the new names, by those in the file
 */
export function renameSpeakers(
  text: string,
  names: Readonly<Record<string, string>> | undefined,
): string {
  const entries = Object.entries(names ?? {});
  if (entries.length === 0) return text;
  const byName = new Map(entries);
  const renamed = (name: string) => {
    const found = byName.get(name);
    return found === undefined ? undefined : escapeCueText(found.replace(/\s+/g, " "));
  };
  const voices = text.replace(
    /(<v(?:\.[^\s>]*)?[ \t\n\f]+)([^>]*)>/g,
    (whole, start: string, annotation: string) => {
      const name = renamed(decode(annotation).replace(/\s+/g, " ").trim());
      return name === undefined ? whole : `${start}${name}>`;
    },
  );
  // The longest first, so that “Ana” doesn't hide “Ana Morales”.
  const alternatives = entries
    .map(([name]) => escapeCueText(name))
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))
    .join("|");
  const label = new RegExp(
    `^((?:&gt;&gt;+|>>+|[-–—])?[ \\t]*(?:<v(?:[. ][^>]*)?>)?)(\\[(?:${alternatives})\\]|\\((?:${alternatives})\\)|(?:${alternatives})(?=[ ]?[:：]))`,
    "gm",
  );
  return voices.replace(label, (whole, before: string, written: string) => {
    const [, open = "", inner = written, close = ""] = /^([[(])(.*)([\])])$/.exec(written) ?? [];
    const name = renamed(decode(inner));
    return name === undefined ? whole : before + open + name + close;
  });
}

const decode = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
