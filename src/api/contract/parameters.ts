import * as z from "zod";
import { isLanguageTag } from "../../i18n/tag.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Cursor } from "../../records/views.ts";

/** The query parameters that several addresses take. Each message names its parameter. */

/** @param name the parameter's own name */
export function languageParameter(name: string) {
  return z.string().refine(isLanguageTag, `${name} takes a language tag: en, es, vi`);
}

export const seriesParameter = z
  .string()
  .refine((text) => slug.safeParse(text).success, "series takes the slug of a series");

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

export const cursorParameter = z
  .string()
  .refine((text) => parseCursor(text) !== undefined, "cursor takes the `next` of an answer");
