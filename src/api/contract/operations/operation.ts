import type * as z from "zod";

/** What an address takes and answers. Errors are problem documents (contract/problems.ts). */
export interface Operation {
  /** Its `operationId`, by which generated clients call it. */
  readonly id: string;
  /** A few words, without a period. */
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: z.ZodType;
  /** The request's JSON. */
  readonly request?: z.ZodType;
  /** The answer's JSON; none if the answer has no body. */
  readonly answer?: z.ZodType;
  /** Statuses of success, if it isn't 200 alone. */
  readonly successes?: readonly (200 | 201 | 204)[];
  /** Statuses of problems in addition to those that follow from its address. */
  readonly problems?: readonly (400 | 404 | 409 | 412 | 413 | 422 | 428 | 429)[];
  /** False if its answers have no ETag; those of staff have none. */
  readonly hasEtag?: false;
  /** What it changes, if it takes `If-Match` with the entity tag of that. */
  readonly changes?: "revision" | "draft";
}
