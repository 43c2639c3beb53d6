import * as z from "zod";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";
import { accentColor } from "./accent.ts";
import { isUnique, languageTag, texts, webAddress } from "./fields.ts";

/** An address that readers can write to. */
const contactAddress = z
  .union([z.email(), z.url({ protocol: /^(https?|mailto)$/ })], {
    error: "isn't a contact address: write an e-mail address, name@example.org, or https://…",
  })
  .meta({ examples: ["library@example.org", "https://example.org/contact"] });

/** The library's settings: `library.yaml`. */
export const libraryFields = {
  inLanguage: languageTag,
  name: texts,
  description: texts.optional(),
  notice: texts
    .optional()
    .describe("A line at the top of every page, for as long as it is needed."),
  publisher: z.strictObject({
    name: texts.describe("The organization's name in each language."),
    url: webAddress.optional().describe("Its own site: https://…"),
  }),
  accentColor: accentColor
    .optional()
    .meta({ examples: ["#9a3412", { light: "#9a3412", dark: "#f0a35c" }] }),
  contact: contactAddress
    .optional()
    .describe("Where readers can write to: an e-mail address or https://…"),
  reportMistakes: contactAddress
    .optional()
    .describe("Where readers report a mistake: an e-mail address or a form at https://…"),
  interfaceLanguages: z
    .array(z.enum(interfaceLanguages))
    .min(1, "name at least one language, or omit the field for all languages")
    .refine(isUnique, { error: "names a language twice: keep one of them" })
    .optional()
    .describe(
      "The languages of the pages, in order; all available languages if the field is omitted.",
    )
    .meta({ examples: [["en", "es", "vi"]] }),
  neighbours: z
    .record(languageTag, z.array(languageTag))
    .optional()
    .describe("Which languages replace one that is missing: { mam: [es] }.")
    .meta({ examples: [{ mam: ["es"], ht: ["en"] }] }),
  footer: z
    .array(
      z.strictObject({
        name: texts.describe("What the link says, in each language."),
        url: webAddress.describe("Where it leads: https://…"),
      }),
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
