import * as z from "zod";
import { canonicalTag, isLanguageTag } from "../../i18n/tag.ts";
import * as limits from "../../records/schema/limits.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Cursor, SeriesCursor } from "../../records/views.ts";

/** The query parameters that several addresses take. Each message names its parameter. */

/** A language tag in any capitalization (RFC 5646 §2.1.1). @param name the parameter's own name */
export function languageParameter(name: string) {
  return (
    z
      .string()
      // Not a transformation, of which a JSON Schema would show no example.
      .overwrite((tag) => canonicalTag(tag) ?? tag)
      .refine(isLanguageTag, `${name} takes a language tag: en, es, vi`)
      .meta({ examples: ["es"] })
  );
}

export const seriesParameter = z
  .string()
  .refine((text) => slug.safeParse(text).success, "series takes the slug of a series")
  .describe("Only the episodes of a series, by its slug.")
  .meta({ examples: ["how-did-we-get-here"] });

export const workParameter = z
  .string()
  .refine((text) => slug.safeParse(text).success, "work takes the slug of a work")
  .describe("Only one work, by its slug.")
  .meta({ examples: ["criminalizing-migration"] });

export const yearParameter = z
  .string()
  .regex(/^[12]\d{3}$/, "year takes a year of four digits, such as 2026")
  .describe("Only works that were published in this year.")
  .meta({ examples: ["2026"] });

export const speakerParameter = z
  .string()
  .max(limits.maxNameLength, `speaker takes at most ${limits.maxNameLength} characters`)
  .refine((name) => /[\p{L}\p{N}]/u.test(name), "speaker takes the name of somebody who speaks")
  .describe(
    "Only what this person says in films, by the name that captions give. Accents may be left out.",
  )
  .meta({ examples: ["Ana Morales"] });

/** Writes a cursor for an address. Clients must not interpret it. */
export function formatCursor({ datePublished, slug }: Cursor): string {
  return `${datePublished}~${slug}`;
}

/** @returns undefined if the text isn't a cursor */
export function parseCursor(text: string | undefined): Cursor | undefined {
  const [, datePublished, name] = /^([0-9TZ:.-]{0,30})~(.*)$/.exec(text ?? "") ?? [];
  if (datePublished === undefined || !slug.safeParse(name).success) return undefined;
  return { datePublished, slug: name ?? "" };
}

/** A series cursor as a parameter of an address. */
export function formatSeriesCursor({ position, slug }: SeriesCursor): string {
  return `${position}~${slug}`;
}

/** @returns undefined if the text isn't a cursor */
export function parseSeriesCursor(text: string | undefined): SeriesCursor | undefined {
  const [, position, name] = /^(\d{1,15})~(.*)$/.exec(text ?? "") ?? [];
  if (position === undefined || !slug.safeParse(name).success) return undefined;
  return { position: Number(position), slug: name ?? "" };
}

/** How many items an answer lists unless `limit` says otherwise, and at most. Our choice (docs/limits.md). */
export const defaultLimit = 50;
export const maxLimit = 100;

/** How many items an answer lists. @param max at most, @param usual if it isn't given */
export function limitParameter(max: number, usual: number) {
  const explanation = `limit takes a whole number from 1 to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, explanation)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= max, explanation)
    .meta({
      type: "integer",
      minimum: 1,
      maximum: max,
      description: `How many items to list at most: ${usual} if it is left out.`,
      examples: [2],
    });
}

export const seriesCursorParameter = z
  .string()
  .refine((text) => parseSeriesCursor(text) !== undefined, "cursor takes the `next` of an answer")
  .describe("Where the page begins: the `next` of the answer before. Don't interpret it.");

export const cursorParameter = z
  .string()
  .refine((text) => parseCursor(text) !== undefined, "cursor takes the `next` of an answer")
  .describe("Where the page begins: the `next` of the answer before. Don't interpret it.");
