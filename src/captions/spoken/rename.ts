import { escapeCueText } from "../escape.ts";

type NewNames = Readonly<Record<string, string>> | undefined;

/**
 * Writes the names that a manifest gives to speakers into the voices of captions: `<v SPEAKER_00>`. The words that
 * viewers see stay as they are.
 * @param text a WebVTT file, or the text of a cue
 * @param names the new names, by those in the file
 */
export function renameVoices(text: string, names: NewNames): string {
  const byName = new Map(Object.entries(names ?? {}));
  if (byName.size === 0) return text;
  return text.replace(
    /(<v(?:\.[^\s>]*)?[ \t\n\f]+)([^>]*)>/g,
    (whole, start: string, annotation: string) => {
      const name = byName.get(decode(annotation).replace(/\s+/g, " ").trim());
      return name === undefined ? whole : `${start}${encode(name)}>`;
    },
  );
}

/**
 * The same at the start of lines too: `SPEAKER_00:`, `[SPEAKER_00]` and `(SPEAKER_00)`, also after `>>` or a dash.
 */
export function renameSpeakers(text: string, names: NewNames): string {
  const entries = Object.entries(names ?? {});
  if (entries.length === 0) return text;
  const byName = new Map(entries);
  // The longest first, so that “Ana” doesn't hide “Ana Morales”.
  const alternatives = entries
    .map(([name]) => escapeCueText(name))
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("|");
  const label = new RegExp(
    `^((?:(?:(?:&gt;|>|＞){2,3}[ \\t]*)+|[\\p{Pd}−⁃])?[ \\t]*(?:<v(?:[. ][^>]*)?>)?)(\\[(?:${alternatives})\\]|［(?:${alternatives})］|【(?:${alternatives})】|\\((?:${alternatives})\\)|（(?:${alternatives})）|(?:${alternatives})(?=(?:[ ]?(?:\\([^()\\n]{1,30}\\)|\\[[^[\\]\\n]{1,30}\\]))?[ ]?[:：]))`,
    "gmu",
  );
  return renameVoices(text, names).replace(label, (whole, before: string, written: string) => {
    const [, open = "", inner = written, close = ""] =
      /^([[(［【（])(.*)([\])］】）])$/.exec(written) ?? [];
    const name = byName.get(decode(inner));
    return name === undefined ? whole : before + open + encode(name) + close;
  });
}

const decode = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const encode = (name: string) => escapeCueText(name.replace(/\s+/g, " "));
