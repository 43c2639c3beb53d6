import { expect, test } from "vitest";
import { shortcutKey } from "../../../../src/player/client/keyboard/shortcut-key.ts";

const press = (key: string, code: string, shiftKey = false) => shortcutKey({ key, code, shiftKey });

test("what a key types counts where a shortcut has it, whatever its place", () => {
  expect(press("k", "KeyK")).toBe("k");
  expect(press("K", "KeyK", true)).toBe("k");
  // Dvorak.
  expect(press("k", "KeyV")).toBe("k");
  expect(press("?", "Slash", true)).toBe("?");
  // Russian.
  expect(press("?", "Digit7", true)).toBe("?");
  // German.
  expect(press("<", "IntlBackslash")).toBe("<");
});

test("the place of a key counts where it types another script's letter, digit or mark", () => {
  expect(press("ن", "KeyK")).toBe("k");
  expect(press("л", "KeyK")).toBe("k");
  expect(press("Л", "KeyK", true)).toBe("k");
  expect(press("Process", "KeyM")).toBe("m");
  expect(press("۵", "Digit5")).toBe("5");
  // Vietnamese.
  expect(press("â", "Digit2")).toBe("2");
  expect(press("؟", "Slash", true)).toBe("?");
  expect(press("Б", "Comma", true)).toBe("<");
  expect(press("Ю", "Period", true)).toBe(">");
});

test("digits are those of the upper row and of the keypad, on a French keyboard with and without Shift", () => {
  expect(press("7", "Numpad7")).toBe("7");
  expect(press("&", "Digit1")).toBe("1");
  expect(press("1", "Digit1", true)).toBe("1");
  // An English keyboard's exclamation mark.
  expect(press("!", "Digit1", true)).toBe("!");
});

test("keys with a name are what they are called, those of a keypad without Num Lock too", () => {
  expect(press("ArrowLeft", "ArrowLeft")).toBe("ArrowLeft");
  expect(press("ArrowLeft", "Numpad4")).toBe("ArrowLeft");
  expect(press("Home", "Numpad7")).toBe("Home");
  expect(press("Tab", "Tab")).toBe("Tab");
});

test("a mark that no shortcut has is no letter", () => {
  expect(press(";", "KeyZ")).toBe(";");
  expect(press(",", "Comma")).toBe(",");
  expect(press("б", "Comma")).toBe("б");
});
