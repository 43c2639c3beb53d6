import * as z from "zod";

/** What the server gives to this page (src/console/server/publish.tsx). */
export const publishPageSchema = z.object({
  /** The address of the worker that hashes files. */
  hashScript: z.string(),
  /** The languages of the library's own pages: the form has a column for each. */
  languages: z.array(z.string()).readonly(),
});
