import * as z from "zod";
import {
  type ColorScheme,
  contrastOnPage,
  isColor,
  isReadable,
  minContrast,
  readableColor,
} from "./color.ts";

/** A color that is readable as text in a color scheme; for others the message names the nearest one. */
function readableColorField(scheme: ColorScheme) {
  return z
    .string()
    .superRefine((color, context) => {
      const message = explainUnreadable(color, scheme);
      // As an object, because the union reports a plain text as one vague issue.
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .meta({ pattern: "^#[0-9a-fA-F]{6}$" });
}

function explainUnreadable(color: string, scheme: ColorScheme): string | undefined {
  if (!isColor(color)) return `isn't a color: write # and six digits in quotes, "#9a3412"`;
  if (isReadable(color, scheme)) return undefined;
  const found = contrastOnPage(color, scheme).toFixed(1);
  return `is too faint on ${scheme} pages (its contrast is ${found}, and at least ${minContrast} is needed): the nearest readable color is "${readableColor(color, scheme)}"`;
}

/**
 * The accent color: one color for light pages, from which that of dark pages is derived, or one for each,
 * because no color is readable on both.
 */
export const accentColor = z
  .union(
    [
      readableColorField("light"),
      z.strictObject({
        light: readableColorField("light").describe("On light pages."),
        dark: readableColorField("dark").describe("On dark pages."),
      }),
    ],
    {
      error:
        'write one color, "#9a3412", or one for each color scheme: { light: "#9a3412", dark: "#f0a35c" }',
    },
  )
  .describe(
    'The color of links and buttons, in quotes: "#9a3412" for light pages (that of dark pages is derived from it), or { light: …, dark: … }. It must be readable: WCAG 2.2, AA.',
  );

export type AccentColor = z.infer<typeof accentColor>;

/** The accent color of each color scheme. A single color is that of light pages; that of dark pages is derived. */
export function accentsOf(accent: AccentColor): Record<ColorScheme, string> {
  return typeof accent === "string"
    ? { light: accent, dark: readableColor(accent, "dark") }
    : accent;
}
