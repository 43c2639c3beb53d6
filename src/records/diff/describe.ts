import type { Change } from "./change.ts";

/** A change in words, after its sign: ` vi captions`, ` es title: “Old” → “New”`. */
export function describeChange({ language, field, which, from, to }: Change): string {
  const subject = [language, fieldLabels[field] ?? field, which].filter(
    (part) => part !== undefined,
  );
  const values = [from, to].filter((value) => value !== undefined).map(quoteShortened);
  return ` ${subject.join(" ")}${values.length === 0 ? "" : `: ${values.join(" → ")}`}`;
}

/** Common names for fields that are called differently in a manifest. */
const fieldLabels: Readonly<Record<string, string>> = {
  name: "title",
  datePublished: "publication date",
  inLanguage: "original language",
  audioOnly: "audio only",
};

/** Characters of a value that are shown, so that an old and a new value fit on most lines. */
const maxValueLength = 60;

function quoteShortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const isLong = line.length > maxValueLength;
  return `“${isLong ? `${line.slice(0, maxValueLength - 1)}…` : line}”`;
}
