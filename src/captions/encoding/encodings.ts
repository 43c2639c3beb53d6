/**
 * The legacy encodings that are common for each language, the most common first. All are part of the
 * Encoding Standard (https://encoding.spec.whatwg.org), so every TextDecoder supports them.
 */

/** An encoding, and the letters of its languages. */
export interface LegacyEncoding {
  /** The label for TextDecoder. */
  readonly label: string;
  /** The name for messages. */
  readonly name: string;
  /** Matches a word that consists of letters of its languages' script. */
  readonly letters: RegExp;
}

const latinLetters = /^[\p{Script=Latin}\p{M}]+$/u;
const cyrillicLetters = /^[\p{Script=Cyrillic}\p{M}]+$/u;
const arabicLetters = /^[\p{Script=Arabic}\p{M}]+$/u;
const hanCharacters = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆\p{M}]+$/u;
/** The letters of Vietnamese: every vowel can have one of five tone marks. */
const vietnameseLetters =
  /^[a-zđăâêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]+$/iu;

const legacy = (label: string, name: string, letters: RegExp): LegacyEncoding => ({
  label,
  name,
  letters,
});

export const windows1252: LegacyEncoding = legacy("windows-1252", "Windows-1252", latinLetters);
/** Of old Macs. It has a sign for any byte, so only the letters of Western Europe's languages confirm it. */
const macRoman = legacy("macintosh", "Mac Roman", /^[a-zà-öø-üÿœßﬁﬂªº]+$/i);
export const windows1258: LegacyEncoding = legacy(
  "windows-1258",
  "Windows-1258",
  vietnameseLetters,
);
const windows1250 = legacy("windows-1250", "Windows-1250", latinLetters);
const iso88592 = legacy("iso-8859-2", "ISO 8859-2", latinLetters);
const windows1251 = legacy("windows-1251", "Windows-1251", cyrillicLetters);
const windows1254 = legacy("windows-1254", "Windows-1254", latinLetters);
const windows1256 = legacy("windows-1256", "Windows-1256", arabicLetters);
const windows1257 = legacy("windows-1257", "Windows-1257", latinLetters);
const gb18030 = legacy("gb18030", "GB 18030", hanCharacters);
const big5 = legacy("big5", "Big5", hanCharacters);
const japaneseEncodings = [
  legacy("shift_jis", "Shift_JIS", hanCharacters),
  legacy("euc-jp", "EUC-JP", hanCharacters),
];
const koreanEncodings = [legacy("euc-kr", "EUC-KR", /^[\p{Script=Hangul}\p{Script=Han}\p{M}]+$/u)];
const greekEncodings = [legacy("windows-1253", "Windows-1253", /^[\p{Script=Greek}\p{M}]+$/u)];
const hebrewEncodings = [legacy("windows-1255", "Windows-1255", /^[\p{Script=Hebrew}\p{M}]+$/u)];
const thaiEncodings = [legacy("windows-874", "Windows-874", /^[\p{Script=Thai}\p{M}]+$/u)];

const encodingsByLanguages: readonly (readonly [
  languages: string,
  encodings: readonly LegacyEncoding[],
])[] = [
  ["vi", [windows1258]],
  ["ar fa ur ps ckb sd ug", [windows1256]],
  ["ru uk be bg mk mn kk ky tg", [windows1251]],
  ["sr", [windows1251, windows1250]],
  ["pl cs sk hu sl hr bs ro sq hsb dsb", [windows1250, iso88592]],
  ["tr az ku", [windows1254]],
  ["lt lv et", [windows1257]],
  ["el", greekEncodings],
  ["he yi", hebrewEncodings],
  ["th", thaiEncodings],
  ["ja", japaneseEncodings],
  ["ko", koreanEncodings],
  ["zh yue", [gb18030, big5]],
];
const encodingsByLanguage = new Map(
  encodingsByLanguages.flatMap(([languages, encodings]) =>
    languages.split(" ").map((language) => [language, encodings] as const),
  ),
);

/** The legacy encodings of a language (a BCP 47 tag), the most common first. */
export function legacyEncodings(language: string): readonly LegacyEncoding[] {
  const [base = "", ...rest] = language.toLowerCase().split("-");
  if (base === "yue" || (base === "zh" && rest.some((part) => /^(?:hant|tw|hk|mo)$/.test(part)))) {
    return [big5, gb18030];
  }
  return encodingsByLanguage.get(base) ?? [windows1252, macRoman];
}
