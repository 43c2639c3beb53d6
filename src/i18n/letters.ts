/** Letters that Unicode doesn't decompose into a base letter and a mark, by what people write without them. */
export const plainLetters: Readonly<Record<string, string>> = {
  đ: "d",
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  ħ: "h",
  ı: "i",
};
