import type { App } from "../context.ts";

/** What a field is called: in the console's language if it is a common one, else as in the manifest. */
export function labelOf({ strings }: App, name: string | number): string {
  const known: Readonly<Record<string, string>> = strings.fields;
  return known[name] ?? String(name);
}
