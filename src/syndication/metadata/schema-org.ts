import { licenseUrl } from "../../records/schema/license.ts";
import type { Citation } from "../citation.ts";
import { toLine } from "../line.ts";

/** A value of JSON-LD. Undefined properties are omitted. */
export type JsonLd =
  | string
  | number
  | boolean
  | undefined
  | readonly JsonLd[]
  | { readonly [property: string]: JsonLd };

/**
 * JSON-LD for a page's `<script type="application/ld+json">`. `<` is escaped, so that no text can end the element
 * (HTML, “restrictions for contents of script elements”).
 */
export function writeJsonLd(thing: { readonly [property: string]: JsonLd }): string {
  const withContext = { "@context": "https://schema.org", ...thing };
  const asLine = (_: string, value: unknown) => {
    if (typeof value === "string") return toLine(value);
    return Array.isArray(value) && value.length === 0 ? undefined : value;
  };
  return JSON.stringify(withContext, asLine).replaceAll("<", "\\u003c");
}

/** A duration as ISO 8601 has it: 3725 → `PT1H2M5S`. @param seconds */
export function isoDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    [Math.floor(whole / 3600), "H"],
    [Math.floor(whole / 60) % 60, "M"],
    [whole % 60, "S"],
  ] as const;
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return `PT${written.join("") || "0S"}`;
}

/** What films and documents have in common. */
export function sharedJsonLd(
  { authors, publisher, license }: Citation,
  topics: readonly string[],
  copyrightHolder: string | undefined,
): { readonly [property: string]: JsonLd } {
  return {
    author: authors.map((name) => ({ "@type": "Person", name })),
    publisher: publisher === undefined ? undefined : { "@type": "Organization", name: publisher },
    license: licenseUrl(license),
    copyrightNotice: copyrightHolder && `© ${copyrightHolder}`,
    keywords: topics.length === 0 ? undefined : topics,
  };
}
