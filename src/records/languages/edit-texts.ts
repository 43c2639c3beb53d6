import type { Texts } from "../../i18n/fallback.ts";
import type { LibraryItem } from "../schema/record.ts";

/** The short texts of a work that staff may write in a form, in each language. */
export const editableFields = ["name", "description", "contentWarning", "posterAlt"] as const;
export type EditableField = (typeof editableFields)[number];

/** The texts of each field, by language. */
export type EditedTexts = Readonly<Partial<Record<EditableField, Texts>>>;

/** The fields that a work has, or may have, with what is in them now. */
export function editableTexts(item: LibraryItem): Partial<Record<EditableField, Texts>> {
  return {
    name: item.name,
    description: ("description" in item && item.description) || {},
    ...(item.kind === "Episode" || item.kind === "Document"
      ? { contentWarning: item.contentWarning ?? {} }
      : {}),
    ...(item.kind === "Episode" && item.poster !== undefined ? { posterAlt: item.poster.alt } : {}),
  };
}

/**
 * A record with other texts, not yet validated: a required field without any text is left out, and the schema says
 * so. A language without a text loses it; fields that aren't named stay.
 */
export function withTexts(
  item: LibraryItem,
  edited: EditedTexts,
): Readonly<Record<string, unknown>> {
  const { posterAlt, ...texts } = edited;
  const changed: Record<string, unknown> = { ...item };
  for (const [field, written] of Object.entries(texts)) {
    const filled = filledTexts(written);
    if (Object.keys(filled).length > 0) changed[field] = filled;
    else delete changed[field];
  }
  if (posterAlt !== undefined && item.kind === "Episode" && item.poster !== undefined) {
    changed.poster = { ...item.poster, alt: filledTexts(posterAlt) };
  }
  return changed;
}

/** The texts that aren't empty, as a form sends them: without space around them, with LF for line ends. */
function filledTexts(texts: Texts): Texts {
  const filled = Object.entries(texts)
    .map(([language, text]) => [language, text.replaceAll("\r\n", "\n").trim()] as const)
    .filter(([, text]) => text !== "");
  return Object.fromEntries(filled);
}

/**
 * What a form has, together with what somebody else changed since it was shown: a text that the form didn't change
 * is as it is now.
 * @param base what the form showed
 * @param current what the library has now
 */
export function mergeTexts(
  written: EditedTexts,
  base: EditedTexts,
  current: EditedTexts,
): EditedTexts {
  const merged: Partial<Record<EditableField, Texts>> = {};
  for (const field of editableFields) {
    const [texts = {}, before, now] = [
      written[field],
      filledTexts(base[field] ?? {}),
      current[field],
    ];
    if (now === undefined) continue;
    const mine = filledTexts(texts);
    const languages = new Set([...Object.keys(texts), ...Object.keys(now)]);
    merged[field] = Object.fromEntries(
      [...languages].map((language) => {
        const isMine = language in texts && mine[language] !== before[language];
        return [language, (isMine ? texts : now)[language] ?? ""];
      }),
    );
  }
  return merged;
}
