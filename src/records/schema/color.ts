/** A color's components, each from 0 to 255. */
type Rgb = readonly [red: number, green: number, blue: number];

/** The color schemes of a page; the reader's system chooses one. */
export type ColorScheme = "light" | "dark";

/** The backgrounds of text in each color scheme: `--background` and `--surface` in src/components/tokens.css. */
export const pageColors: Readonly<Record<ColorScheme, readonly string[]>> = {
  light: ["#faf7f0", "#fffdf8"],
  dark: ["#1a1714", "#25211c"],
};

/** The minimum contrast of text in WCAG 2.2 (1.4.3, level AA). */
export const minContrast = 4.5;

/** Whether a text is a color as this library writes it: `#9a3412`. */
export function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** The contrast of two colors, from 1 to 21 (WCAG 2.2, “contrast ratio”). @param a `#rrggbb` */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(rgbOf(a)), luminance(rgbOf(b))].sort(
    (x, y) => y - x,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** The lowest contrast of a color with the backgrounds of a color scheme. */
export function contrastOnPage(color: string, scheme: ColorScheme): number {
  return Math.min(...pageColors[scheme].map((page) => contrast(color, page)));
}

/** Whether text of a color is readable in a color scheme. */
export function isReadable(color: string, scheme: ColorScheme): boolean {
  return contrastOnPage(color, scheme) >= minContrast;
}

/**
 * The nearest readable color in a color scheme: mixed with the least black, or on dark pages the least
 * white, that makes it readable. A readable color stays as it is.
 */
export function readableColor(color: string, scheme: ColorScheme): string {
  const end = scheme === "light" ? 0 : 255;
  for (let share = 0; share <= 100; share++) {
    const mixed = hexOf(rgbOf(color).map((part) => part + ((end - part) * share) / 100));
    if (isReadable(mixed, scheme)) return share === 0 ? color : mixed;
  }
  return hexOf([end, end, end]);
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgbOf(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

function hexOf(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}
