import * as z from "zod";
import { isLanguageTag } from "../../i18n/tag.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Cursor, SeriesCursor } from "../../records/views.ts";

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

export const cursorParameter = z
  .string()
  .refine((text) => parseCursor(text) !== undefined, "cursor takes the `next` of an answer");
