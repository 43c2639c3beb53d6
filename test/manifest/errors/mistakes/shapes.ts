import type { Mistake } from "./mistake.ts";

/** One thing where several stand, a text where fields stand, and the like. */
export const shapesMistakes: readonly Mistake[] = [
  {
    what: "several languages of the original",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "inLanguage: [en, es]\n",
    problems: [
      "4:13  error  `inLanguage` must be a text, not a list: write the original's; the others are known from the texts and captions",
    ],
  },
  {
    what: "a number in quotes",
    in: "episode",
    instead: "episode: 1",
    write: 'episode: "1"',
    problems: ["7:10  error  `episode` must be a number, not “1”: remove the quotation marks, 1"],
  },
  {
    what: "a number with a fraction",
    in: "episode",
    instead: "episode: 1",
    write: "episode: 1.5",
    problems: ["7:10  error  `episode` must be a whole number, not “1.5”"],
  },
  {
    what: "a negative number",
    in: "episode",
    instead: "episode: 1",
    write: "episode: -1",
    problems: ["7:10  error  `episode` must be 0 or more, not “-1”"],
  },
  {
    what: "a “no” for false",
    in: "episode",
    instead: "license:",
    write: "credits: [{ name: Ana, role: narrator, public: no }]\nlicense:",
    problems: ["15:48  error  `public` must be true or false, not “no”: write false"],
  },
  {
    what: "a slug that is a number",
    in: "episode",
    instead: "slug: first",
    write: "slug: 2024",
    problems: ['2:7  error  `slug` must be a text: put it in quotes, "2024"'],
  },
  {
    what: "a color without quotes",
    in: "library",
    instead: "publisher",
    write: "accentColor: #9a3412\npublisher",
    problems: [
      '4:1  error  `accentColor` is empty. The color of links and buttons, in quotes: "#9a3412" for light pages (that of dark pages is derived from it), or { light: …, dark: … }. It must be readable: WCAG 2.2, AA. Put a text that begins with # in quotes.',
    ],
  },
  {
    what: "a list of titles",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  - en: First",
    problems: ["9:3  error  `name` must be a text in each language: { en: …, es: … }, not a list"],
  },
  {
    what: "a title in no language",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name: First",
    problems: [
      "8:7  error  `name` must be a text in each language: { en: …, es: … }, not “First”: write { en: First }",
    ],
  },
  {
    what: "a description that is only true",
    in: "episode",
    instead: "audioDescription: { mode: integrated }",
    write: "audioDescription: true",
    problems: [
      "16:19  error  `audioDescription` must be a set of fields, not “true”: write { mode: integrated }",
    ],
  },
  {
    what: "a description by its mode alone",
    in: "episode",
    instead: "audioDescription: { mode: integrated }",
    write: "audioDescription: integrated",
    problems: [
      "16:19  error  `audioDescription` must be a set of fields, not “integrated”: write { mode: integrated }",
    ],
  },
  {
    what: "a chapter’s title in no language",
    in: "episode",
    instead: "name: { en: Start }",
    write: "name: Start",
    problems: [
      "14:35  error  `name` must be a text in each language: { en: …, es: … }, not “Start”: write { en: Start }",
    ],
  },
  {
    what: "a poster’s name alone",
    in: "episode",
    instead: "license:",
    write: "poster: poster.webp\nlicense:",
    problems: [
      "15:9  error  `poster` must be a set of fields, not “poster.webp”: write { file: poster.webp, … }",
    ],
  },
  {
    what: "a poster’s text in no language",
    in: "episode",
    instead: "license:",
    write: "poster: { file: poster.webp, alt: A door }\nlicense:",
    problems: [
      "15:35  error  `alt` must be a text in each language: { en: …, es: … }, not “A door”: write { en: A door }",
    ],
  },
  {
    what: "a publisher’s name alone",
    in: "library",
    instead: "{ name: { en: Publisher } }",
    write: "IJN",
    problems: [
      "4:12  error  `publisher` must be a set of fields, not “IJN”: write { name: { en: IJN }, … }",
    ],
  },
];
