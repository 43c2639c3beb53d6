import fc from "fast-check";

/** How many numbers there are for halves of surrogate pairs, and the first of them. */
const halves = 0x800;
const firstHalf = 0xd800;

/**
 * Any character, for `fc.string({ unit })`. fast-check's own unit "binary" generates the same, and makes a table of all
 * 1.1 million characters first: a second of processor time, and memory that is looked through ever after.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - halves }).map(
  (number) => String.fromCodePoint(number < firstHalf ? number : number + halves),
  (text) => {
    if (typeof text !== "string" || [...text].length !== 1 || !text.isWellFormed()) return -1;
    const code = text.codePointAt(0) ?? -1;
    return code < firstHalf ? code : code - halves;
  },
);

/** A text as the part of an address after its `?`. fast-check's own parts of addresses make the same table. */
export const addressText = fc.string({
  unit: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(..."abcxyzABCXYZ0123456789-._~!$&'()*+,;=:@/?") },
    { weight: 1, arbitrary: anyCharacter.map(encodeURIComponent) },
  ),
});
