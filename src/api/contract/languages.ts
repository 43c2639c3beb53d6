import * as z from "zod";
import { languageTag } from "../../records/schema/fields.ts";
import type { Immutable } from "./immutable.ts";

const language = z.object({
  tag: languageTag,
  ownName: z.string().describe("Its name in itself."),
  name: z.string().describe("Its name in the requested language."),
  direction: z.enum(["ltr", "rtl"]),
  hasPages: z.boolean().describe("Whether the library's own pages are in it."),
  hasWorks: z.boolean().describe("Whether a work can be followed in it or in a variety of it."),
  substitutes: z
    .array(languageTag)
    .describe("The languages whose texts replace missing ones, before the original's."),
});

export const languageList = z.object({ items: z.array(language) });
export type LanguageList = Immutable<z.infer<typeof languageList>>;
