import * as z from "zod";
import { isLanguageTag } from "../../i18n/tag.ts";
import { draftParts, draftStates } from "../../records/languages/drafts.ts";
import { digest, timestamp } from "../../records/schema/publishing-fields.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Immutable } from "./immutable.ts";

/** Captions and texts that staff are working on, before they are published. */

export const draftPart = z.enum(draftParts);
export const draftState = z.enum(draftStates);

/** The query of the list of drafts. */
export const draftsParameters = z.object({
  slug: slug.optional().describe("Only the drafts of a work, by its slug."),
});

const draftSummary = z.object({
  slug,
  /** Which kind of track of a film, or the Markdown of a document. */
  part: draftPart,
  language: z.string(),
  /** The digest of the published file that it was begun from; null if there was none. */
  basedOn: digest.nullable(),
  /** Its entity tag without the quotation marks. It rises with each save. */
  version: z.int(),
  /** `ready` asks a publisher to read it. */
  state: draftState,
  /** The name of the person who saved it last. */
  savedBy: z.string(),
  savedAt: timestamp,
});
export type DraftSummary = Immutable<z.infer<typeof draftSummary>>;

/** `GET /api/v1/staff/drafts`: the last saved first, at most 500. */
export const draftList = z.object({ drafts: z.array(draftSummary) });
export type DraftList = Immutable<z.infer<typeof draftList>>;

/** `GET /api/v1/staff/drafts/{slug}/{part}/{language}` */
export const draft = draftSummary.extend({
  /** WebVTT or Markdown, as it was saved. */
  text: z.string(),
});
export type Draft = Immutable<z.infer<typeof draft>>;

/** `PUT /api/v1/staff/drafts/{slug}/{part}/{language}` */
export const draftRequest = z.strictObject({
  basedOn: digest.nullable(),
  text: z
    .string()
    .refine((text) => text.isWellFormed(), "has half of a character (a lone surrogate)"),
  state: draftState,
});
export type DraftRequest = Immutable<z.infer<typeof draftRequest>>;

/** The members of `draft-changed`: the draft that there is now; null if there is none. */
export const draftConflict = z.object({ current: draft.nullable() });
export type DraftConflict = Immutable<z.infer<typeof draftConflict>>;

/** What names a draft in an address. */
export const draftKey = z.object({
  slug,
  part: draftPart,
  language: z.string().max(60).refine(isLanguageTag),
});

/** The entity tag of a version. */
export function formatVersionTag(version: number): string {
  return `"${version}"`;
}

/** The version that an `If-Match` header names; undefined if it names anything else. */
export function parseVersionTag(header: string | undefined): number | undefined {
  const [, digits] = /^\s*"(\d{1,15})"\s*$/.exec(header ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}
