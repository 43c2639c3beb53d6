import type { Mistake } from "./mistake.ts";

/** One thing where a list stands, or a list of the wrong things. */
export const listsMistakes: readonly Mistake[] = [
  {
    what: "a number among the keywords",
    in: "episode",
    instead: "license:",
    write: "keywords: [1996]\nlicense:",
    problems: ['15:12  error  an entry of `keywords` must be a text: put it in quotes, "1996"'],
  },
  {
    what: "one file in place of a list",
    in: "episode",
    instead: "video: [{ file: film.webm }]",
    write: "video: { file: film.webm }",
    problems: [
      "10:8  error  `video` must be a list (one line per entry, starting with -), not a set of fields",
    ],
  },
  {
    what: "a list of bare names",
    in: "episode",
    instead: "video: [{ file: film.webm }]",
    write: "video: [film.webm]",
    problems: [
      "10:9  error  an entry of `video` must be a set of fields, not “film.webm”: write { file: film.webm }",
    ],
  },
  {
    what: "a list without its dashes",
    in: "episode",
    instead: "video: [{ file: film.webm }]",
    write: "video:\n  file: film.webm",
    problems: [
      "11:3  error  `video` must be a list (one line per entry, starting with -), not a set of fields",
    ],
  },
  {
    what: "tracks by language",
    in: "episode",
    instead:
      "captions:\n  - { inLanguage: en, kind: captions, file: en.vtt }\n  - { inLanguage: es, kind: subtitles, file: es.srt, origin: machine, translator: T }",
    write: "captions:\n  en: en.vtt\n  es: es.srt",
    problems: [
      "12:3  error  `captions` must be a list (one line per entry, starting with -), not a set of fields",
    ],
  },
  {
    what: "one person in place of a list",
    in: "episode",
    instead: "license:",
    write: "credits: Ana Morales\nlicense:",
    problems: [
      "15:10  error  `credits` must be a list (one line per entry, starting with -), not “Ana Morales”",
    ],
  },
  {
    what: "people without their roles",
    in: "episode",
    instead: "license:",
    write: "credits: [Ana Morales]\nlicense:",
    problems: [
      "15:11  error  an entry of `credits` must be a set of fields, not “Ana Morales”: write { name: Ana Morales, … }",
    ],
  },
  {
    what: "people by role",
    in: "episode",
    instead: "license:",
    write: "credits: { narrator: Ana }\nlicense:",
    problems: [
      "15:10  error  `credits` must be a list (one line per entry, starting with -), not a set of fields",
    ],
  },
  {
    what: "keywords in one text",
    in: "episode",
    instead: "license:",
    write: "keywords: law, prison\nlicense:",
    problems: [
      "15:11  error  `keywords` must be a list (one line per entry, starting with -), not “law, prison”: write [law, prison]",
    ],
  },
  {
    what: "one related work in place of a list",
    in: "episode",
    instead: "license:",
    write: "related: a-second-chance\nlicense:",
    problems: [
      "15:10  error  `related` must be a list (one line per entry, starting with -), not “a-second-chance”: write [a-second-chance]",
    ],
  },
  {
    what: "texts by language",
    in: "document",
    instead:
      "  - { inLanguage: en, file: en.md }\n  - { inLanguage: es, file: es.pdf, translator: T }",
    write: "  en: en.md",
    problems: [
      "7:3  error  `texts` must be a list (one line per entry, starting with -), not a set of fields",
    ],
  },
  {
    what: "languages in one text",
    in: "library",
    instead: "publisher",
    write: "interfaceLanguages: en, es\npublisher",
    problems: [
      "4:21  error  `interfaceLanguages` must be a list (one line per entry, starting with -), not “en, es”: write [en, es]",
    ],
  },
  {
    what: "one neighbor in place of a list",
    in: "library",
    instead: "publisher",
    write: "neighbours: { mam: es }\npublisher",
    problems: [
      "4:20  error  `mam` must be a list (one line per entry, starting with -), not “es”: write [es]",
    ],
  },
  {
    what: "seasons by their names alone",
    in: "series",
    instead: "name",
    write: "seasons: [Winter]\nname",
    problems: [
      "5:11  error  an entry of `seasons` must be a set of fields, not “Winter”: write { name: { en: Winter }, … }",
    ],
  },
];
