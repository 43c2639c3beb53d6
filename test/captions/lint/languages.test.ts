import { expect, test } from "vitest";
import { newCue } from "../../../src/captions/cue.ts";
import { detectLanguage } from "../../../src/captions/encoding/detect-language.ts";
import { lintLanguages } from "../../../src/captions/lint/languages.ts";

const texts = {
  en: "We have lived here for thirty years. They told us that the law was not for people like you and me, but this is what we learned from the others.",
  es: "Vivimos aquí desde hace treinta años. Nos dijeron que la ley no era para gente como nosotros, pero esto es lo que aprendimos de los demás en el barrio.",
  vi: "Chúng tôi đã sống ở đây ba mươi năm. Họ nói với chúng tôi rằng luật không dành cho những người như chúng tôi, và đây là điều đã học được.",
  fr: "Nous vivons ici depuis trente ans. On nous a dit que la loi n’est pas pour les gens comme nous, mais nous avons appris autre chose dans le quartier avec vous.",
  pt: "Vivemos aqui há trinta anos. Disseram que a lei não é para pessoas como nós, mas isso foi o que aprendemos com os outros; você também tem uma história.",
  ht: "Nou ap viv isit la depi trant an. Yo te di nou ke lwa a pa pou moun tankou nou, men se sa nou te aprann nan men lòt moun yo ki gen konesans.",
  tl: "Tatlumpung taon na kami ay nakatira dito. Sinabi nila sa amin na ang batas ay hindi para sa mga taong tulad namin, ngunit ito ang natutunan natin sa iba.",
  so: "Waxaan halkan ku noolnahay soddon sano. Waxay noo sheegeen in sharcigu uu ahayn mid loogu talagalay dadka aan ka mid nahay, laakiin waa waxa aan ku baranay.",
  ar: "نعيش هنا منذ ثلاثين عاما وقالوا لنا إن القانون ليس لأمثالنا",
  ru: "Мы живём здесь тридцать лет, и нам сказали, что закон не для нас.",
  ja: "私たちはここに三十年住んでいます。法律は私たちのためではないと言われました。",
  "zh-Hans": "我们在这里生活了三十年，他们告诉我们这部法律不是为我们这样的人制定的。",
  ko: "우리는 여기서 삼십 년을 살았습니다. 그들은 법이 우리를 위한 것이 아니라고 했습니다.",
};
const track = (language: string, text: string) => ({
  file: `${language}.vtt`,
  language,
  cues: text.split(". ").map((line, index) => newCue(index, index + 1, line, index * 3 + 3)),
});

test.each(Object.entries(texts))("the language of a text in %s is detected", (language, text) => {
  expect(detectLanguage(text)?.languages).toContain(language.split("-")[0]);
  expect(lintLanguages([track(language, text)])).toEqual([]);
});

test("both of two swapped tracks are reported, with their files and lines", () => {
  const tracks = [track("en", texts.es), track("vi", texts.vi), track("es", texts.en)];
  expect(lintLanguages(tracks)).toEqual([
    {
      track: tracks[0],
      line: 3,
      message: "en.vtt looks Spanish, es.vtt looks English: were they swapped?",
    },
    {
      track: tracks[2],
      line: 3,
      message: "es.vtt looks English, en.vtt looks Spanish: were they swapped?",
    },
  ]);
});

test("a single track in another language is reported", () => {
  expect(lintLanguages([track("vi", texts.en), track("en", texts.en)])).toMatchObject([
    { message: "vi.vtt looks English, but the manifest says Vietnamese: is it the right file?" },
  ]);
});

test.each([
  ["es", "[música]"],
  ["mam", "Qo’ya nchi’ tuj qtanam, qajwa’ tu’n tb’aj qxilin, ajo xjal atz aqe toj kojb’il."],
  ["gl", "Vivimos aquí desde hai trinta anos e dixéronnos que a lei non é para xente coma nós."],
  ["zxx", texts.en],
  [
    "ms",
    "Kami tinggal di sini yang dan ini itu dengan untuk tidak kami mereka dari akan pada saya",
  ],
])("a track in %s has no finding if its language isn't certain: %s", (language, text) => {
  expect(lintLanguages([track(language, text)])).toEqual([]);
});
