/**
 * The encodings of before UTF-8 that files in a language may have, likeliest first. All are in the
 * Encoding Standard (https://encoding.spec.whatwg.org), so every TextDecoder knows them.
 */

/** An encoding, and the letters that a text in it is expected to have. */
export interface LegacyEncoding {
  /** The label for TextDecoder. */
  label: string;
  /** As people know it. */
  name: string;
  /** The script of its languages; a word in it holds letters of no other script. */
  script: RegExp;
}

const LATIN = /^[\p{Script=Latin}\p{M}]+$/u;
const CYRILLIC = /^[\p{Script=Cyrillic}\p{M}]+$/u;
const ARABIC = /^[\p{Script=Arabic}\p{M}]+$/u;
const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆\p{M}]+$/u;
/** The letters of Vietnamese: every vowel may bear one of five tones. */
const VIETNAMESE = /^[a-zđăâêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]+$/iu;

const legacy = (label: string, name: string, script: RegExp): LegacyEncoding => ({
  label,
  name,
  script,
});

export const windows1252: LegacyEncoding = legacy("windows-1252", "Windows-1252", LATIN);
export const windows1258: LegacyEncoding = legacy("windows-1258", "Windows-1258", VIETNAMESE);
const WINDOWS_1250 = legacy("windows-1250", "Windows-1250", LATIN);
const ISO_8859_2 = legacy("iso-8859-2", "ISO 8859-2", LATIN);
const WINDOWS_1251 = legacy("windows-1251", "Windows-1251", CYRILLIC);
const WINDOWS_1254 = legacy("windows-1254", "Windows-1254", LATIN);
const WINDOWS_1256 = legacy("windows-1256", "Windows-1256", ARABIC);
const WINDOWS_1257 = legacy("windows-1257", "Windows-1257", LATIN);
const GB18030 = legacy("gb18030", "GB 18030", HAN);
const BIG5 = legacy("big5", "Big5", HAN);
const JAPANESE = [legacy("shift_jis", "Shift_JIS", HAN), legacy("euc-jp", "EUC-JP", HAN)];
const KOREAN = [legacy("euc-kr", "EUC-KR", /^[\p{Script=Hangul}\p{Script=Han}\p{M}]+$/u)];
const GREEK = [legacy("windows-1253", "Windows-1253", /^[\p{Script=Greek}\p{M}]+$/u)];
const HEBREW = [legacy("windows-1255", "Windows-1255", /^[\p{Script=Hebrew}\p{M}]+$/u)];
const THAI = [legacy("windows-874", "Windows-874", /^[\p{Script=Thai}\p{M}]+$/u)];

const BY_LANGUAGES: readonly [languages: string, encodings: readonly LegacyEncoding[]][] = [
  ["vi", [windows1258]],
  ["ar fa ur ps ckb sd ug", [WINDOWS_1256]],
  ["ru uk be bg mk mn kk ky tg", [WINDOWS_1251]],
  ["sr", [WINDOWS_1251, WINDOWS_1250]],
  ["pl cs sk hu sl hr bs ro sq hsb dsb", [WINDOWS_1250, ISO_8859_2]],
  ["tr az ku", [WINDOWS_1254]],
  ["lt lv et", [WINDOWS_1257]],
  ["el", GREEK],
  ["he yi", HEBREW],
  ["th", THAI],
  ["ja", JAPANESE],
  ["ko", KOREAN],
  ["zh yue", [GB18030, BIG5]],
];
const BY_LANGUAGE = new Map(
  BY_LANGUAGES.flatMap(([languages, encodings]) =>
    languages.split(" ").map((language) => [language, encodings] as const),
  ),
);

/** The encodings that a text in a language (BCP 47 tag) may have, besides the Unicode ones. */
export function legacyEncodings(language: string): readonly LegacyEncoding[] {
  const [base = "", ...rest] = language.toLowerCase().split("-");
  if (base === "yue" || (base === "zh" && rest.some((part) => /^(?:hant|tw|hk|mo)$/.test(part)))) {
    return [BIG5, GB18030];
  }
  return BY_LANGUAGE.get(base) ?? [windows1252];
}
