import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNames, indexNames } from "../../../src/records/mentions/find-names.ts";
import { anyCharacter } from "../../support/any-character.ts";

function mentions(text: string, ...names: string[]): string[] {
  return findNames([{ text, start: 0 }], indexNames(names)).map(({ start, end }) =>
    text.slice(start, end + 1),
  );
}

describe("a name is found", () => {
  it.each([
    ["as it is written", "Ana Morales", "We met Ana Morales there."],
    ["in capitals", "Ana Morales", "ANA MORALES:"],
    ["without its accents", "José Ñáñez", "jose nanez"],
    ["with accents that its credit hasn't", "Jose Nanez", "José Ñáñez"],
    ["in another Unicode form", "José Núñez", "José Núñez".normalize("NFD")],
    ["in compatibility forms", "Ana Fiore", "Ａｎａ ﬁore"],
    ["with a stroke letter", "Đặng Thị Lan", "Dang Thi Lan"],
    ["with any apostrophe", "Sean O'Brien", "Sean O’Brien"],
    ["without its apostrophe", "Sean O'Brien", "Sean OBrien"],
    ["with an apostrophe that its credit hasn't", "Sean OBrien", "Sean Oʼbrien"],
    ["with an invisible character", "Ana Morales", "An\u200Ba Mo\u00ADra\u2060les"],
    ["with a special space", "Ana Morales", "Ana\u00A0\u2003Morales"],
    ["over a line break", "Ana Morales", "Ana\r\nMorales"],
    ["hyphenated at a line's end", "Ana Morales", "Ana Mo-\nrales"],
    ["with Markdown emphasis", "Ana Morales", "**Ana** _Morales_"],
    ["without a space", "Ana Morales", "#AnaMorales"],
    ["in a file name", "Ana Morales", "interview_ana-morales.pdf"],
    ["as a possessive", "Ana Morales", "Ana Morales's house"],
    ["as a possessive with a typographic apostrophe", "Ana Reyes", "Ana Reyes’ house"],
    ["without its middle name", "Ana María Morales", "Ana Morales"],
    ["with the middle name's initial", "Ana María Morales", "Ana M. Morales"],
    ["without its second surname", "Ana María Morales López", "Ana Morales"],
    ["with its second surname only", "Ana María Morales López", "Ana López"],
    ["with the surname first", "Ana María Morales", "Morales, Ana"],
    ["in the other order", "Nguyễn Thị Lan", "Lan Nguyễn"],
    ["with particles", "Juan de la Cruz", "Juan de la Cruz"],
    ["without its title", "Dr. Ana Morales", "Ana Morales"],
    ["without the credit's remark", "Ana Morales (voice)", "Ana Morales"],
    ["without the credit's nickname", "Ana “Anita” Morales", "Ana Morales"],
    ["without what follows its comma", "Ana Morales, attorney", "Ana Morales"],
    ["if it is one word", "Binh", "“Bình!”"],
    ["in Chinese", "王小明", "我叫王小明，来自"],
    ["in Chinese, over a line break", "王小明", "我叫王小\n明"],
    ["in Japanese", "山田 太郎", "山田太郎です"],
    ["in half-width kana", "ガルシア", "ｶﾞﾙｼｱさん"],
    ["in Thai", "สมชาย ใจดี", "ชื่อสมชายใจดีครับ"],
    ["in Arabic, without vowel points", "آنا موراليس", "انا مورالِيس"],
    ["in Arabic, after a conjunction", "آنا موراليس", "وآنا موراليس"],
    ["in Hebrew, after a preposition", "אנה לוי", "לאנה לוי"],
    ["in Hindi", "अना मोरालेस", "मेरा नाम अना मोरालेस है"],
    ["in Greek capitals", "Άννα Ρήγας", "ΑΝΝΑ ΡΗΓΑΣ"],
    ["in Cyrillic", "Артём Йовович", "АРТЕМ ЙОВОВИЧ"],
    ["in Latin letters within Chinese", "Ana Morales", "由Ana Morales讲述"],
    ["in Turkish", "Işık Yılmaz", "isik yilmaz"],
  ])("%s", (_, name, text) => {
    expect(mentions(text, name)).not.toEqual([]);
  });
});

describe("a name isn't found", () => {
  it.each([
    ["in parts of words", "Ana Morales", "Susana Moralesque, Anamoralesia"],
    ["if only the first name is there", "Ana Morales", "Ana went home."],
    ["if only the surname is there", "Ana Morales", "The Morales family"],
    ["if its words are apart", "Ana Morales", "Ana and Luis Morales"],
    ["if the surname is another", "Nguyễn Thị Lan", "Nguyễn Thị Hoa"],
    ["in a word with an apostrophe, if it is one word", "Lan", "l’an dernier, l'an prochain"],
    ["as the beginning of a word", "Ana", "analysis"],
    ["as the end of a word", "Ana", "Susana"],
    ["in a shorter form that ends with a particle", "Juan de la Cruz", "Juan la vio"],
    ["if it has no letters", "…", "…"],
    ["with other vowel signs in Hindi", "राम", "रमा"],
    ["before a mark of the same letter in Thai", "กา", "กาี"],
  ])("%s", (_, name, text) => {
    expect(mentions(text, name)).toEqual([]);
  });
});

describe("any name", () => {
  const letters = [..."abcdefgáñøßđİıçأكנעขग王がォΣςйё"];
  const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 });
  const name = fc
    .array(word, { minLength: 1, maxLength: 5 })
    .map((words) => words.map((one) => one.join("")).join(" "));

  it("is found in a text that contains it, in any case and Unicode form", () => {
    const form = fc.constantFrom("NFC", "NFD", "NFKC", "NFKD");
    const change = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.replaceAll(" ", "\n"),
      (text) => [...text].join("\u200B"),
    );
    fc.assert(
      fc.property(name, form, change, fc.string(), fc.string(), (one, unicode, alter, a, b) => {
        const text = `${a} ${alter(one.normalize(unicode))} ${b}`;
        expect(mentions(text, one)).not.toEqual([]);
      }),
    );
  });

  it("is found at positions inside the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), name, (text, one) => {
        for (const { start, end } of findNames([{ text, start: 0 }], indexNames([one]))) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThan(text.length);
        }
      }),
    );
  });

  it("of any characters has no exception", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter }),
        fc.string({ unit: anyCharacter }),
        (text, one) => {
          mentions(text, one);
        },
      ),
    );
  });
});

describe("many names", () => {
  it("are found at once, each where it is", () => {
    const text = "Ana Morales and Luis Paz. Luis Paz and Eva.";
    expect(mentions(text, "Luis Paz", "Ana Morales", "Eva")).toEqual([
      "Ana Morales",
      "Luis Paz",
      "Luis Paz",
      "Eva",
    ]);
  });
});
