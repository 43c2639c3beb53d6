/** Names of files that readers save: safe on every file system, and with the file's own extension. */

/** How long a name may be with its extension, in bytes of UTF-8: file systems allow 255, and browsers add ` (1)`. */
const maxBytes = 200;

/**
 * Characters that make a name look like another one: they reverse the direction of text (Unicode Technical
 * Report 36, 2.1 and UAX 9) or can't be seen. U+200C and U+200D stay: Persian and Hindi words need them.
 */
const hiddenCharacters =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Controls, line separators, and what the path of a file on Windows, macOS or Linux may not have. */
const refusedCharacters = /[\p{Cc}\u2028\u2029/\\:*?"<>|]+/gu;

/** How much of a requested name is read, in UTF-16 code units. An address may have more, and a file's name hasn't. */
const maxRequestedLength = 500;

/** Names of devices, with any extension (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const windowsDevice = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i;

/**
 * A file's name from a text that anyone may have written.
 * @param title the name without its extension; the extension itself at its end is dropped
 * @param extension without a dot
 */
export function safeFileName(title: string, extension: string): string {
  const ending = `.${extension}`;
  const clean = cleanTitle(title);
  const base = clean.toLowerCase().endsWith(ending) ? clean.slice(0, -ending.length) : clean;
  const short = shorten(base.replace(windowsDevice, "_$&"), maxBytes - ending.length);
  return `${trimEnds(short) || "file"}${ending}`;
}

/** Whether a path leads to a file in a folder or below it, on every system. */
export function staysInFolder(path: string): boolean {
  return !/^[/~]|[\\\0]|^[a-z][a-z0-9+.-]*:/i.test(path) && !path.split("/").includes("..");
}

/**
 * The title in a whole file name that a reader asked for: without the name of a file type, so that a link
 * can't make a reader save a film as a program. `1.5` at the end is a number, not a type.
 */
export function requestedName(name: string): string {
  return cleanTitle(name.slice(0, maxRequestedLength)).replace(
    /\.[\p{L}_][\p{L}\p{N}_]{0,9}$/u,
    "",
  );
}

function cleanTitle(text: string): string {
  const visible = text.toWellFormed().normalize("NFC").replace(hiddenCharacters, "");
  return trimEnds(visible.replace(refusedCharacters, "-"));
}

/**
 * Windows drops dots and spaces at the end; a dot in front hides a file, and a hyphen begins an option. The pattern for
 * the end starts where a run starts: from each of its characters, it would take quadratic time.
 */
function trimEnds(text: string): string {
  return text.replace(/^[-.\s]+/, "").replace(/(?<![.\s])[.\s]+$/, "");
}

/** Cuts a text to a number of bytes. The languages in brackets at its end stay. */
function shorten(text: string, limit: number): string {
  if (byteLength(text) <= limit) return text;
  const suffix = / \([^()]{1,40}\)$/.exec(text)?.[0] ?? "";
  let left = limit - byteLength(suffix);
  let end = 0;
  for (const character of text) {
    left -= byteLength(character);
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end) + suffix;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
