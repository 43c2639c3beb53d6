/** What these keys type together with Shift on a keyboard with Latin letters. */
const shiftedMarks: Readonly<Record<string, string>> = { Slash: "?", Comma: "<", Period: ">" };

/** What a `KeyboardEvent` tells of a key. */
interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

/**
 * The key that a shortcut is listed under: a Latin letter in lower case, a digit, a mark, or a name such as
 * `ArrowLeft`. What is typed counts if a shortcut has it, so that letters are where they are on the reader's
 * keyboard; else the key's place (`KeyboardEvent.code`), so that keyboards of every script have all shortcuts.
 */
export function shortcutKey({ key, code, shiftKey }: PressedKey): string {
  // A keypad without Num Lock has Home where it has 7. An input method doesn't say what a letter's key types.
  if (key.length > 1 && !code.startsWith("Key")) return key;
  if (/^[a-z\d<>? ]$/i.test(key)) return key.toLowerCase();
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  // A French keyboard types digits with Shift only.
  if (digit !== undefined) return shiftKey ? key : digit;
  // Another mark of ASCII, such as the semicolon of a Latin keyboard, isn't the letter of its place.
  if (/^[!-~]$/.test(key)) return key;
  const [, letter] = /^Key(.)$/.exec(code) ?? [];
  return letter?.toLowerCase() ?? (shiftKey ? shiftedMarks[code] : undefined) ?? key;
}
