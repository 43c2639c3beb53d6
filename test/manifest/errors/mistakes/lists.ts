import type { Mistake } from "./mistake.ts";

/** One thing where a list stands, or a list of the wrong things. */
export const listsMistakes: readonly Mistake[] = [
  {
    what: "a number among the keywords",
    in: "episode",
    instead: "license:",
    write: "keywords: [1996]\nlicense:",
    told: ['15:12  error  an entry of `keywords` must be a text: put it in quotes, "1996"'],
  },
  {
    what: "one file where a list stands",
    in: "episode",
    instead: "video: [{ file: film.webm }]",
    write: "video: { file: film.webm }",
    told: [
      "10:8  error  `video` must be a list (a line for each, beginning with -), not a set of fields",
    ],
  },
  {
    what: "a list of bare names",
    in: "episode",
    instead: "video: [{ file: film.webm }]",
    write: "video: [film.webm]",
    told: [
      "10:9  error  an entry of `video` must be a set of fields, not “film.webm”: write { file: film.webm }",
    ],
  },
  {
    what: "a list without its dashes",
    in: "episode",
    instead: "video: [{ file: film.webm }]",
    write: "video:\n  file: film.webm",
    told: [
      "11:3  error  `video` must be a list (a line for each, beginning with -), not a set of fields",
    ],
  },
  {
    what: "tracks by language",
    in: "episode",
    instead:
      "captions:\n  - { inLanguage: en, kind: captions, file: en.vtt }\n  - { inLanguage: es, kind: subtitles, file: es.srt, origin: machine, translator: T }",
    write: "captions:\n  en: en.vtt\n  es: es.srt",
    told: [
      "12:3  error  `captions` must be a list (a line for each, beginning with -), not a set of fields",
    ],
  },
  {
    what: "one person where a list stands",
    in: "episode",
    instead: "license:",
    write: "credits: Ana Morales\nlicense:",
    told: [
      "15:10  error  `credits` must be a list (a line for each, beginning with -), not “Ana Morales”",
    ],
  },
  {
    what: "people without their roles",
    in: "episode",
    instead: "license:",
    write: "credits: [Ana Morales]\nlicense:",
    told: [
      "15:11  error  an entry of `credits` must be a set of fields, not “Ana Morales”: write { name: Ana Morales, … }",
    ],
  },
  {
    what: "people by role",
    in: "episode",
    instead: "license:",
    write: "credits: { narrator: Ana }\nlicense:",
    told: [
      "15:10  error  `credits` must be a list (a line for each, beginning with -), not a set of fields",
    ],
  },
  {
    what: "keywords in one text",
    in: "episode",
    instead: "license:",
    write: "keywords: law, prison\nlicense:",
    told: [
      "15:11  error  `keywords` must be a list (a line for each, beginning with -), not “law, prison”: write [law, prison]",
    ],
  },
  {
    what: "one related work where a list stands",
    in: "episode",
    instead: "license:",
    write: "related: a-second-chance\nlicense:",
    told: [
      "15:10  error  `related` must be a list (a line for each, beginning with -), not “a-second-chance”: write [a-second-chance]",
    ],
  },
  {
    what: "texts by language",
    in: "document",
    instead:
      "  - { inLanguage: en, file: en.md }\n  - { inLanguage: es, file: es.pdf, translator: T }",
    write: "  en: en.md",
    told: [
      "7:3  error  `texts` must be a list (a line for each, beginning with -), not a set of fields",
    ],
  },
  {
    what: "languages in one text",
    in: "library",
    instead: "publisher",
    write: "interfaceLanguages: en, es\npublisher",
    told: [
      "4:21  error  `interfaceLanguages` must be a list (a line for each, beginning with -), not “en, es”: write [en, es]",
    ],
  },
  {
    what: "one neighbour where a list stands",
    in: "library",
    instead: "publisher",
    write: "neighbours: { mam: es }\npublisher",
    told: [
      "4:20  error  `mam` must be a list (a line for each, beginning with -), not “es”: write [es]",
    ],
  },
  {
    what: "seasons by their names alone",
    in: "series",
    instead: "name",
    write: "seasons: [Winter]\nname",
    told: [
      "5:11  error  an entry of `seasons` must be a set of fields, not “Winter”: write { name: { en: Winter }, … }",
    ],
  },
];
