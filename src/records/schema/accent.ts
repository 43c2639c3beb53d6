import * as z from "zod";
import {
  type ColorScheme,
  contrastOnPage,
  isColor,
  isReadable,
  minContrast,
  readableColor,
} from "./color.ts";

/** A colour that can be read as text in a look; what can't is answered with the nearest that can. */
function readable(scheme: ColorScheme) {
  return z
    .string()
    .superRefine((colour, context) => {
      const message = whyUnreadable(colour, scheme);
      // As an object: of a bare text the union would make one vague issue.
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .meta({ pattern: "^#[0-9a-fA-F]{6}$" });
}

function whyUnreadable(colour: string, scheme: ColorScheme): string | undefined {
  if (!isColor(colour)) return 'is no colour: write # and six digits in quotes, "#9a3412"';
  if (isReadable(colour, scheme)) return undefined;
  const found = contrastOnPage(colour, scheme).toFixed(1);
  return `is too faint on ${scheme} pages (a contrast of ${found}, where readers need ${minContrast}): the nearest that can be read is "${readableColor(colour, scheme)}"`;
}

/**
 * The accent colour: one colour for light pages, from which the dark pages' is made; or one for each, as
 * no colour can be read on both.
 */
export const accentColor = z
  .union(
    [
      readable("light"),
      z.strictObject({
        light: readable("light").describe("On light pages."),
        dark: readable("dark").describe("On dark pages."),
      }),
    ],
    {
      error:
        'write one colour, "#9a3412", or one for each look: { light: "#9a3412", dark: "#f0a35c" }',
    },
  )
  .describe(
    'The colour of links and buttons, in quotes: "#9a3412" for light pages (the dark ones’ is made from it), or { light: …, dark: … }. It must be readable: WCAG 2.2, AA.',
  );

export type AccentColor = z.infer<typeof accentColor>;

/** The accent colour of each look. One colour is for light pages; the dark pages' is made from it. */
export function accentsOf(accent: AccentColor): Record<ColorScheme, string> {
  return typeof accent === "string"
    ? { light: accent, dark: readableColor(accent, "dark") }
    : accent;
}
