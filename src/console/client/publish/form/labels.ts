import type { App } from "../context.ts";
import type { FieldSchema } from "./schema.ts";

/** What a field is called: in the console's language if it is a common one, else as in the manifest. */
export function labelOf({ strings }: App, name: string | number): string {
  const known: Readonly<Record<string, string>> = strings.fields;
  return known[name] ?? String(name);
}

/** What a field is for, in the console's language if it is translated; undefined if the schema doesn't say it. */
export function helpOf(
  { strings, language }: App,
  { description }: FieldSchema,
): { readonly text: string; readonly lang: string } | undefined {
  if (description === undefined) return undefined;
  const translated = strings.help[description];
  return translated === undefined
    ? { text: description, lang: "en" }
    : { text: translated, lang: language };
}
