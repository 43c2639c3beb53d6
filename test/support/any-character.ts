import fc from "fast-check";

/** How many surrogates there are, and the first of them: alone, none is a character (Unicode, chapter 3.8). */
const surrogates = 0x800;
const firstSurrogate = 0xd800;

/**
 * Any character, for `fc.string({ unit })`. fast-check's own unit "binary" generates the same, and makes a table of all
 * 1.1 million characters first: a second of processor time, and memory that each garbage collection scans.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - surrogates }).map(
  (number) => String.fromCodePoint(number < firstSurrogate ? number : number + surrogates),
  (text) => {
    if (typeof text !== "string" || [...text].length !== 1 || !text.isWellFormed()) return -1;
    const code = text.codePointAt(0) ?? -1;
    return code < firstSurrogate ? code : code - surrogates;
  },
);

/**
 * A text that can stand in an address, for example after its `?`. fast-check's own texts for addresses make the table
 * that `anyCharacter` avoids.
 */
export const addressText = fc.string({
  unit: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(..."abcxyzABCXYZ0123456789-._~!$&'()*+,;=:@/?") },
    { weight: 1, arbitrary: anyCharacter.map(encodeURIComponent) },
  ),
});
