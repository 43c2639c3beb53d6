import { contrast, minContrast } from "../../../records/schema/color.ts";

/** How captions look, as the viewer chose it: the values of the fields in the captions panel. */
export interface Look {
  /** A step of size: -2 (50 %) to 2 (200 %), 0 is normal. */
  readonly size: string;
  readonly text: string;
  readonly background: string;
  /** The opacity of the background, in percent. */
  readonly opacity: string;
  readonly position: string;
}

/** The colors of FCC 47 CFR 79.103 (c), in the order of `captionColorNames` in the player's strings. */
const white = "#ffffff";
const yellow = "#ffff00";
const cyan = "#00ffff";
const green = "#00ff00";
const magenta = "#ff00ff";
const red = "#ff0000";
const blue = "#0000ff";
const black = "#000000";
const colors = [white, yellow, cyan, green, magenta, red, blue, black];

/** What can be chosen. 80 % of black keeps white text readable on a white picture (contrast 12:1). */
export const lookChoices: Readonly<Record<keyof Look, readonly string[]>> = {
  size: ["-2", "-1", "0", "1", "2"],
  text: colors,
  background: colors,
  opacity: ["0", "25", "50", "80", "100"],
  position: ["", "top", "beneath"],
};

export const defaultLook: Look = {
  size: "0",
  text: white,
  background: black,
  opacity: "80",
  position: "",
};

/** Colors of a translation below the original: the first that can be read and told apart is taken. */
const translationColors = ["#ffe08a", "#9fe8ff", white, "#00407a", "#7a0030", black];
/** Colors that differ less than this in all of red, green and blue look alike. */
const minDifference = 0x40;

/** Parses a look that was saved on this device. Undefined if there is none; invalid parts are the default. */
export function parseLook(json: string | undefined): Look | undefined {
  if (json === undefined) return undefined;
  let saved: unknown;
  try {
    saved = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof saved !== "object" || saved === null) return undefined;
  const look = { ...defaultLook };
  for (const [name, value] of Object.entries(saved)) {
    if (isLookField(name) && lookChoices[name].includes(value)) look[name] = value;
  }
  return look;
}

/**
 * Changes one part of a look. If text and background could no longer be told apart (WCAG 1.4.3), the other of
 * the two becomes black or white.
 */
export function changeLook(look: Look, name: keyof Look, value: string): Look {
  const changed = { ...look, [name]: value };
  if (contrast(changed.text, changed.background) >= minContrast) return changed;
  const other = contrast(value, white) > contrast(value, black) ? white : black;
  return { ...changed, [name === "text" ? "background" : "text"]: other };
}

/** The custom properties of src/player/captions.css for a look. */
export function lookStyle({ text, background, opacity }: Look): Readonly<Record<string, string>> {
  const alpha = Math.round((Number(opacity) * 255) / 100);
  // Without much of a background, an outline keeps text readable on any picture.
  const outline = contrast(text, white) > contrast(text, black) ? white : black;
  return {
    "--caption-text": text,
    "--caption-translation": translationColor(text, background),
    "--caption-background": background + alpha.toString(16).padStart(2, "0"),
    "--caption-shadow": Number(opacity) < 75 ? `0 0 .1em ${outline},0 0 .2em ${outline}` : "none",
  };
}

function translationColor(text: string, background: string): string {
  const different = translationColors.filter((color) => differ(color, text));
  const best = [...different].sort((a, b) => contrast(b, background) - contrast(a, background))[0];
  const readable = different.find((color) => contrast(color, background) >= minContrast);
  return readable ?? best ?? text;
}

function differ(a: string, b: string): boolean {
  return [1, 3, 5].some((at) => {
    const [one, other] = [a, b].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.abs((one ?? 0) - (other ?? 0)) >= minDifference;
  });
}

function isLookField(name: string): name is keyof Look {
  return Object.keys(defaultLook).includes(name);
}
