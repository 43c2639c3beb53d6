import * as z from "zod";

/** What the server gives to every page of the console that has a script (src/console/server/layout.tsx). */
const pageDataSchema = z.object({
  language: z.enum(["en", "es"]),
  /** Repeated with every change (src/api/access/form-token.ts). */
  formToken: z.string(),
  name: z.string(),
  role: z.enum(["translator", "publisher", "admin"]),
  /** The languages in which the person may write drafts. */
  draftLanguages: z.union([z.literal("all"), z.array(z.string())]),
  /** What the page itself needs; each page parses its own. */
  page: z.unknown(),
});

export type PageData = z.infer<typeof pageDataSchema>;

/**
 * Reads the data that the server wrote into the page.
 * @throws if the page has none, or the server and this script are of different releases
 */
export function readPageData(page: ParentNode = document): PageData {
  return pageDataSchema.parse(JSON.parse(page.querySelector("#page-data")?.textContent ?? ""));
}
