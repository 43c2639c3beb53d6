import * as z from "zod";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";
import { accentColor } from "./accent.ts";
import { isUnique, languageTag, texts, webAddress } from "./fields.ts";

/** Where readers may write to. */
const reach = z
  .union([z.email(), z.url({ protocol: /^(https?|mailto)$/ })], {
    error: "is no address to write to: write an e-mail address, name@example.org, or https://…",
  })
  .meta({ examples: ["library@example.org", "https://example.org/contact"] });

/** The library's own face: `library.yaml`. */
export const libraryFields = {
  inLanguage: languageTag,
  name: texts,
  description: texts.optional(),
  notice: texts.optional().describe("A line at the head of every page, as long as it is needed."),
  publisher: z.strictObject({
    name: texts.describe("The organization's name in each language."),
    url: webAddress.optional().describe("Its own site: https://…"),
  }),
  accentColor: accentColor
    .optional()
    .meta({ examples: ["#9a3412", { light: "#9a3412", dark: "#f0a35c" }] }),
  contact: reach.optional().describe("Where readers may write to: an e-mail address or https://…"),
  reportMistakes: reach
    .optional()
    .describe("Where readers report a mistake: an e-mail address or a form at https://…"),
  interfaceLanguages: z
    .array(z.enum(interfaceLanguages))
    .min(1, "name at least one language, or leave it out for all there are")
    .refine(isUnique, { error: "names a language twice: keep one of them" })
    .optional()
    .describe("The languages that the pages offer, in order; all there are where it is left out.")
    .meta({ examples: [["en", "es", "vi"]] }),
  neighbours: z
    .record(languageTag, z.array(languageTag))
    .optional()
    .describe("Which languages stand in for one that is missing: { mam: [es] }.")
    .meta({ examples: [{ mam: ["es"], ht: ["en"] }] }),
  footer: z
    .array(
      z.strictObject({
        name: texts.describe("What the link says, in each language."),
        url: webAddress.describe("Where it leads: https://…"),
      }),
    )
    .optional()
    .describe("Links at the foot of every page.")
    .meta({
      examples: [
        [{ name: { en: "Who we are", es: "Quiénes somos" }, url: "https://example.org/about" }],
      ],
    }),
  footerText: texts.optional().describe("A line at the foot of every page, in each language."),
};
