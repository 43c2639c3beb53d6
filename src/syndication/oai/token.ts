import * as z from "zod";
import { slug } from "../../records/schema/slug.ts";

/**
 * Where a list goes on. The repository keeps nothing of a list: the token has all that is needed, so that it doesn't
 * expire. It ends no later than the list, because what changes meanwhile gets a later datestamp.
 */
export interface ListToken {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly set?: string | undefined;
  /** The last item of the page before: of a list of works its datestamp, of one of sets its day. */
  readonly after: { readonly at: string; readonly id: string; readonly isDeleted: boolean };
  /** How many items the pages before had. */
  readonly count: number;
}

/** The longest token: three dates, a slug, an identifier and a number. */
const maxLength = 400;

const date = z.string().regex(/^[0-9TZ:.-]{0,30}$/);
const datestamp = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const optional = <Output>(schema: z.ZodType<Output>) =>
  z
    .literal("")
    .transform(() => undefined)
    .or(schema);

const parts = z.tuple([
  z.string(),
  optional(datestamp),
  optional(datestamp),
  optional(slug),
  date,
  slug,
  z.enum(["0", "1"]),
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
]);

/** Writes a token in characters that need no escaping in an address. @param verb the list's */
export function formatToken({ from, until, set, after, count }: ListToken, verb: string): string {
  const { at, id, isDeleted } = after;
  const values = [verb, from, until, set, at, id, isDeleted ? 1 : 0, count];
  const text = values.map((value) => value ?? "").join("~");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @returns undefined if the text isn't a token of the verb's lists */
export function parseToken(text: string, verb: string): ListToken | undefined {
  if (text.length > maxLength || !/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const values = atob(text.replaceAll("-", "+").replaceAll("_", "/")).split("~");
  const { data } = parts.safeParse(values);
  if (data === undefined || data[0] !== verb) return undefined;
  const [, from, until, set, at, id, isDeleted, count] = data;
  return { from, until, set, after: { at, id, isDeleted: isDeleted === "1" }, count };
}
