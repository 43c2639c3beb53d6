import * as z from "zod";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";
import { accentColor } from "./accent.ts";
import { isUnique, languageTag, texts, titles, webAddress } from "./fields.ts";
import * as limits from "./limits.ts";
import { boundedList, boundedMap } from "./limits.ts";
import { reportInbox } from "./report-inbox.ts";

/** An address that readers can write to. */
const contactAddress = z
  .union(
    [
      z.email().max(limits.maxAddressLength),
      z.url({ protocol: /^(https?|mailto)$/ }).max(limits.maxAddressLength),
    ],
    {
      error: "isn't a contact address: write an e-mail address, name@example.org, or https://…",
    },
  )
  .meta({ examples: ["library@example.org", "https://example.org/contact"] });

/** The library's settings: `library.yaml`. */
export const libraryFields = {
  inLanguage: languageTag,
  name: titles,
  description: texts.optional(),
  notice: texts
    .optional()
    .describe("A line at the top of every page, for as long as it is needed."),
  publisher: z.strictObject({
    name: titles.describe("The organization's name in each language."),
    url: webAddress.optional().describe("Its own site: https://…"),
  }),
  accentColor: accentColor
    .optional()
    .meta({ examples: ["#9a3412", { light: "#9a3412", dark: "#f0a35c" }] }),
  contact: contactAddress
    .optional()
    .describe("Where readers can write to: an e-mail address or https://…"),
  reportMistakes: z
    .union([z.literal(reportInbox), contactAddress], {
      error:
        "isn't a way to report a mistake: write an e-mail address, name@example.org, or https://…, or inbox for a form of the library's own",
    })
    .optional()
    .describe(
      "Where readers report a mistake: an e-mail address, a form at https://…, or `inbox` for a form of the library's own, whose reports staff read in the console.",
    )
    .meta({ examples: ["library@example.org", "inbox"] }),
  interfaceLanguages: boundedList(z.enum(interfaceLanguages), limits.maxLanguages)
    .min(1, "name at least one language, or omit the field for all languages")
    .refine(isUnique, { error: "names a language twice: keep one of them" })
    .optional()
    .describe(
      "The languages of the pages, in order; all available languages if the field is omitted.",
    )
    .meta({ examples: [["en", "es", "vi"]] }),
  neighbours: boundedMap(
    languageTag,
    boundedList(languageTag, limits.maxNeighbours),
    limits.maxNeighbours,
    "languages",
  )
    .optional()
    .describe("Which languages replace one that is missing: { mam: [es] }.")
    .meta({ examples: [{ mam: ["es"], ht: ["en"] }] }),
  footer: boundedList(
    z.strictObject({
      name: titles.describe("What the link says, in each language."),
      url: webAddress.describe("Where it leads: https://…"),
    }),
    limits.maxFooterLinks,
  )
    .optional()
    .describe("Links at the bottom of every page.")
    .meta({
      examples: [
        [{ name: { en: "Who we are", es: "Quiénes somos" }, url: "https://example.org/about" }],
      ],
    }),
  footerText: texts.optional().describe("A line at the bottom of every page, in each language."),
};
