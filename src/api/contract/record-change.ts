import * as z from "zod";

/** One thing that differs between two records, as `diffRecords` finds it. */
export const recordChange = z.object({
  sign: z.enum(["+", "~", "-"]),
  /** The manifest's field: `captions`, `name`, `publisher.email`. */
  field: z.string(),
  language: z.string().optional(),
  /** Which one of several: a kind of track, a name, a size. */
  which: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
