import { expect, test } from "vitest";
import { consumeCharacterReference } from "../../src/captions/character-references.ts";

/** HTML's names without a semicolon (HTML, section 13.5): of U+00A0 to U+00FF in order, then of ASCII and in capitals. */
const names =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn " +
  "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave " +
  "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
  "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN " +
  "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute " +
  "icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml " +
  "yacute thorn yuml amp lt gt quot AMP LT GT QUOT COPY REG";
const characters = `${Array.from({ length: 96 }, (_, at) => String.fromCodePoint(0xa0 + at)).join("")}&<>"&<>"©®`;

test.each(names.split(" ").map((name, at) => [name, characters[at] ?? ""]))(
  "&%s is read without a semicolon, before other letters too",
  (name, text) => {
    const position = name.length + 1;
    expect(consumeCharacterReference(`&${name}`, 0)).toEqual({ text, position });
    expect(consumeCharacterReference(`&${name}Qz`, 0)).toEqual({ text, position });
  },
);

test.each(["Dot", "angst", "die", "div", "half", "pm", "strns", "hearts", "nope"])(
  "&%s is text without a semicolon",
  (name) => {
    expect(consumeCharacterReference(`&${name} `, 0)).toBeUndefined();
  },
);
