import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCaptions } from "../../../src/captions/encoding/decode.ts";

const cueStart = "1\n00:00:01,000 --> 00:00:02,000\n";

/** Encodes a text in a single-byte encoding, by the inverse of its decoder. */
function encode(text: string, label: string): Uint8Array<ArrayBuffer> {
  const bytesByCharacter = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    bytesByCharacter.set(new TextDecoder(label).decode(Uint8Array.of(byte)), byte);
  }
  const byteOf = (character: string): number => {
    const byte = bytesByCharacter.get(character);
    if (byte === undefined) throw new Error(`${label} has no ${character}`);
    return byte;
  };
  return Uint8Array.from([...text].map(byteOf));
}

/** Encodes Vietnamese in Windows-1258, which has precomposed vowels, but combining tone marks. */
function encodeWindows1258(text: string): Uint8Array<ArrayBuffer> {
  const decomposed = text.normalize("NFD").replace(/([aeoAEO])(\p{M}*)\u0302/gu, "$1\u0302$2");
  const vowels = decomposed.replace(/[aeouAEOU][\u0302\u0306\u031B]/g, (vowel) =>
    vowel.normalize("NFC"),
  );
  return encode(vowels, "windows-1258");
}

function encodeUtf16(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), !bigEndian);
  }
  return new Uint8Array(view.buffer);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const concatenate = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const spanish = `${cueStart}El niño soñó: “¿Cómo están?” Canción, corazón, pingüino.\n`;
const vietnamese = `${cueStart}Chúng tôi đã sống ở đây ba mươi năm. Gia đình, trường học, Việt Nữ.\n`;

describe("Unicode", () => {
  test.each(["", "\uFEFF"])(
    "UTF-8 is decoded without a problem, with the byte order mark %j",
    (byteOrderMark) => {
      const text = `${cueStart}Chúng tôi 🎬 我们\n`;
      expect(decodeCaptions(utf8(byteOrderMark + text))).toEqual({
        text,
        encoding: "utf-8",
        problem: undefined,
      });
    },
  );

  test.each([
    ["utf-16le", false, ""],
    ["utf-16le", false, "\uFEFF"],
    ["utf-16be", true, ""],
    ["utf-16be", true, "\uFEFF"],
  ])(
    "%s (big-endian: %s) is decoded, with the byte order mark %j",
    (encoding, bigEndian, byteOrderMark) => {
      const text = `${cueStart}我们在这里生活了三十年，孩子们在这里上学。\n`;
      const bytes = encodeUtf16(byteOrderMark + text, bigEndian);
      expect(decodeCaptions(bytes)).toEqual({ text, encoding, problem: undefined });
    },
  );

  test.each([1, 2, 9000])("%d NULs that fill up a file are no part of its text", (count) => {
    const padding = new Uint8Array(count);
    for (const text of [`${cueStart}One.\n`, `${cueStart}Two.`, `${cueStart}Sí.\n`]) {
      for (const bytes of [
        utf8(text),
        encodeUtf16(text, false),
        encodeUtf16(`\uFEFF${text}`, true),
      ]) {
        const isWhole = bytes.length === utf8(text).length || count % 2 === 0;
        if (isWhole) expect(decodeCaptions(concatenate(bytes, padding)).text).toBe(text);
      }
    }
  });

  test("invalid UTF-16 is an error with its line and column", () => {
    const bytes = encodeUtf16(`\uFEFF${cueStart}ab\uD800c\n`, false);
    expect(decodeCaptions(bytes)).toMatchObject({
      text: undefined,
      problem: { line: 3, column: 3, severity: "error" },
    });
  });
});

describe("legacy encodings", () => {
  test("Spanish in Windows-1252 is decoded, with a warning at its first non-ASCII character", () => {
    expect(decodeCaptions(encode(spanish, "windows-1252"), "es")).toEqual({
      text: spanish,
      encoding: "windows-1252",
      problem: {
        line: 3,
        column: 6,
        severity: "warning",
        message: expect.stringContaining("read as Windows-1252"),
      },
    });
  });

  test.each(["vi", "und", "en", "es"])(
    "Vietnamese in Windows-1258 is decoded to NFC in a track in %s",
    (language) => {
      const { text, encoding, problem } = decodeCaptions(encodeWindows1258(vietnamese), language);
      expect({ text, encoding }).toEqual({ text: vietnamese, encoding: "windows-1258" });
      expect(problem?.message).toContain("read as Windows-1258");
    },
  );

  test.each(["vi", "ar", "ru"])(
    "Spanish in Windows-1252 is decoded in a track in %s",
    (language) => {
      const text = `${cueStart}El niño soñó que la ley era para todos los de aquí, pero no lo es.\n`;
      expect(decodeCaptions(encode(text, "windows-1252"), language)).toMatchObject({
        text,
        encoding: "windows-1252",
      });
    },
  );

  test.each([
    ["ru", "windows-1251", "Мы живём здесь тридцать лет."],
    ["ar", "windows-1256", "نعيش هنا منذ ثلاثين عاما"],
    ["pl", "windows-1250", "Mieszkamy tu od trzydziestu lat, już długo. Żółć."],
    ["pl", "iso-8859-2", "Są tu dzieci, jeść, źle, żyją, wciąż, śmiech."],
    ["tr", "windows-1254", "Otuz yıldır burada yaşıyoruz, şimdi değil."],
    ["el", "windows-1253", "Ζούμε εδώ τριάντα χρόνια."],
    ["he", "windows-1255", "אנחנו גרים כאן שלושים שנה"],
    ["th", "windows-874", "เราอยู่ที่นี่มาสามสิบปี"],
    ["fr", "windows-1252", "Là-bas, à l’école, ça va très bien, le cœur léger."],
    ["it", "windows-1252", "Perciò farò così: è più lì che può."],
  ])("the language determines the encoding: %s in %s", (language, encoding, line) => {
    const text = `${cueStart}${line}\n`;
    expect(decodeCaptions(encode(text, encoding), language)).toMatchObject({ text, encoding });
  });

  test.each([
    ["es", "¿Dónde está la niña? Mañana, aquí. Qué más: “Sí”."],
    ["fr", "L’été, ça va très bien à l’école : même là, où être prêt, c’est réglé."],
    ["en", "The café on the piñata’s street"],
  ])("a file of an old Mac in %s is decoded as Mac Roman", (language, line) => {
    const text = `${cueStart}${line}\n`;
    const decoded = decodeCaptions(encode(text, "macintosh"), language);
    expect(decoded).toMatchObject({ text, encoding: "macintosh" });
    expect(decoded.problem?.message).toContain("read as Mac Roman");
  });

  test("capitals before a closing mark, which are valid UTF-8, are decoded as Windows-1252", () => {
    const text = `${cueStart}“¡SÍ” “NÓ” Ñ…\n`;
    expect(decodeCaptions(encode(text, "windows-1252"), "es")).toMatchObject({ text });
  });

  test("Chinese and Japanese in double-byte encodings are decoded", () => {
    // 我们在这里, in GB 2312; 私たちは, in Shift_JIS
    const chinese = Uint8Array.of(0xce, 0xd2, 0xc3, 0xc7, 0xd4, 0xda, 0xd5, 0xe2, 0xc0, 0xef);
    expect(decodeCaptions(concatenate(utf8(cueStart), chinese), "zh-Hans")).toMatchObject({
      text: `${cueStart}我们在这里`,
      encoding: "gb18030",
    });
    const japanese = Uint8Array.of(0x8e, 0x84, 0x82, 0xbd, 0x82, 0xbf, 0x82, 0xcd);
    expect(decodeCaptions(concatenate(utf8(cueStart), japanese), "ja")).toMatchObject({
      text: `${cueStart}私たちは`,
      encoding: "shift_jis",
    });
  });
});

describe("bytes that can't be decoded are an error with its line and column", () => {
  test("a file is partly UTF-8 and partly Windows-1252", () => {
    const bytes = concatenate(
      utf8(`${cueStart}Canción\n\n2\n`),
      encode("sí, mañana\n", "windows-1252"),
    );
    const { text, problem } = decodeCaptions(bytes, "es");
    expect(text).toBeUndefined();
    expect(problem).toMatchObject({ line: 6, column: 2, severity: "error" });
    expect(problem?.message).toContain("2 of its bytes");
  });

  test("UTF-8 was cut off within a character", () => {
    const bytes = utf8(`${cueStart}Việt Nam đã`).slice(0, -1);
    expect(decodeCaptions(bytes, "vi").problem).toMatchObject({
      line: 3,
      column: 11,
      severity: "error",
    });
  });

  test.each(["vi", "ar", "en"])("bytes aren't text, in a track in %s", (language) => {
    const bytes = Uint8Array.from({ length: 400 }, (_, index) => (index * 167 + 13) % 256);
    expect(decodeCaptions(bytes, language)).toMatchObject({
      text: undefined,
      problem: { severity: "error", message: expect.stringContaining("Save it as UTF-8") },
    });
  });

  test.each([
    ["TCVN3", "ViÖt Nam, mïi ng­êi ®Òu lµ b¹n, céng ®ång"],
    ["VNI", "Vieät Nam ñaõ ñöôïc töï do, chuùng toâi soáng ôû ñaây ba möôi naêm roài caùc baïn aï"],
  ])(
    "Vietnamese in %s, which TextDecoder doesn't support, isn't decoded in another encoding",
    (_, line) => {
      const bytes = concatenate(utf8(cueStart), encode(line, "windows-1252"));
      expect(decodeCaptions(bytes, "vi").text).toBeUndefined();
    },
  );

  test.each(["¶ Hello ¶", "5½ m², ±3 %", "don’t", "Acme® £5 – 20 °C"])(
    "symbols are plausible text: %s",
    (line) => {
      const text = `${cueStart}${line}\n`;
      expect(decodeCaptions(encode(text, "windows-1252"), "en").text).toBe(text);
    },
  );
});

test("any bytes give either a text or an error, and never an exception", () => {
  const languages = fc.constantFrom("en", "vi", "ar", "zh", "ja", "ru", "und", "");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), languages, (bytes, language) => {
      const { text, problem } = decodeCaptions(bytes, language);
      expect(text === undefined).toBe(problem?.severity === "error");
    }),
    { numRuns: 200 },
  );
});

test("any text in UTF-8 is decoded unchanged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const input = text.replaceAll("\0", "").replace(/^\uFEFF/, "");
      expect(decodeCaptions(utf8(input)).text).toBe(input);
    }),
  );
});
