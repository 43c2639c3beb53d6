import * as z from "zod";
import { languageTag } from "../../records/schema/fields.ts";
import { slug } from "../../records/schema/slug.ts";
import type { Immutable } from "./immutable.ts";
import { nextPage } from "./works.ts";

/** A short part of a work that has the words, and where to read or hear it. */
const passage = z.object({
  start: z.number().nullable().describe("In seconds; null in a document."),
  page: z.int().nullable().describe("The page of the PDF that has it; null if it is in no PDF."),
  text: z
    .array(z.object({ text: z.string(), hit: z.boolean() }))
    .describe("The passage in pieces; `hit` marks those that were searched for."),
  url: z.url().describe("The page for people, or the PDF, at this passage."),
});

export const searchResult = z.object({
  slug,
  kind: z.enum(["Series", "Episode", "Document"]),
  inLanguage: languageTag,
  name: z.string(),
  nameLanguage: languageTag.describe("The language that the name is really in."),
  foundIn: languageTag.describe("The language in which the words were found."),
  datePublished: z.string().nullable(),
  duration: z.number().nullable().describe("In seconds; null unless it is an episode."),
  series: slug.nullable(),
  languages: z.array(languageTag),
  url: z.url().describe("Its page for people."),
  details: z.url().describe("Its whole record in this API."),
  passages: z.array(passage),
});
export type ApiSearchResult = Immutable<z.infer<typeof searchResult>>;

export const searchAnswer = z.object({
  query: z.string(),
  items: z.array(searchResult),
  next: nextPage,
  partial: z
    .boolean()
    .describe("Whether no text has all of the words: the items have some of them, the best first."),
  suggestion: z
    .string()
    .nullable()
    .describe("The query with unknown words replaced by similar ones that are in the library."),
  url: z.url().describe("The same search as a page for people."),
});
export type ApiSearchAnswer = Immutable<z.infer<typeof searchAnswer>>;
