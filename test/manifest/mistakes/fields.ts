import type { Mistake } from "./mistake.ts";

/** Fields that are missing, are called otherwise, or hold another kind of thing. */
export const fieldsMistakes: readonly Mistake[] = [
  {
    what: "a field in two words",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "in Language: en\n",
    told: [
      "1:1  error  `inLanguage` is missing. The language of the original.",
      "4:1  error  `in Language` is no field here: did you mean `inLanguage`?",
    ],
  },
  {
    what: "a field with an underscore",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "in_language: en\n",
    told: [
      "1:1  error  `inLanguage` is missing. The language of the original.",
      "4:1  error  `in_language` is no field here: did you mean `inLanguage`?",
    ],
  },
  {
    what: "a kind with a capital",
    in: "episode",
    instead: "kind: Episode",
    write: "Kind: Episode",
    told: ["1:1  error  `Kind` is no field here: did you mean `kind`?"],
  },
  {
    what: "a track without its kind",
    in: "episode",
    instead: "{ inLanguage: en, kind: captions, file: en.vtt }",
    write: "{ inLanguage: en, file: en.vtt }",
    told: [
      "12:5  error  `kind` is missing. What is said and heard, in the film's language, is captions; a translation is subtitles.",
    ],
  },
  {
    what: "a track with a language by another name",
    in: "episode",
    instead: "{ inLanguage: en, kind: captions, file: en.vtt }",
    write: "{ language: en, kind: captions, file: en.vtt }",
    told: [
      "12:5  error  `inLanguage` is missing. The language of this track.",
      "12:7  error  `language` is no field here: did you mean `inLanguage`?",
    ],
  },
  {
    what: "a chapter with a time by another name",
    in: "episode",
    instead: 'start: "0:00"',
    write: 'time: "0:00"',
    told: [
      '14:12  error  `start` is missing. When it starts: "0:00", "1:05", "1:02:05", or seconds.',
      "14:14  error  `time` is no field here: did you mean `start`?",
    ],
  },
  {
    what: "no description, without a reason",
    in: "episode",
    instead: "audioDescription: { mode: integrated }",
    write: "audioDescription: { mode: none }",
    told: ["16:19  error  `reason` is missing. Why there is none."],
  },
  {
    what: "a description without its file",
    in: "episode",
    instead: "audioDescription: { mode: integrated }",
    write: "audioDescription: { mode: track }",
    told: ["16:19  error  `file` is missing. The caption file with the descriptions."],
  },
  {
    what: "a description of two modes",
    in: "episode",
    instead: "audioDescription: { mode: integrated }",
    write: "audioDescription: { mode: integrated, file: x.vtt }",
    told: [
      "16:39  error  `file` is no field here: it goes with another `mode`, so take one of the two out",
    ],
  },
  {
    what: "a person without a role",
    in: "episode",
    instead: "license:",
    write: "credits: [{ name: Ana }]\nlicense:",
    told: [
      "15:11  error  `role` is missing. What they did: creator, narrator, translator, participant …",
    ],
  },
  {
    what: "a title in no language at all",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{}",
    told: ["8:7  error  `name`: write the text in at least one language"],
  },
  {
    what: "an empty title",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: '{ en: "" }',
    told: ["8:9  error  `en` is empty"],
  },
  {
    what: "no title in the original language",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ es: Primera }",
    told: [
      "8:7  warning  the name in the original language is missing: write it beside en:, in [brackets] where the publisher gave none",
    ],
  },
  {
    what: "a language without its title",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ en: }",
    told: ["8:9  error  `en` is empty. A text that begins with # goes in quotes."],
  },
  {
    what: "a number without a series",
    in: "episode",
    instead: "series: a-series\n",
    write: "",
    told: ["6:10  warning  a number counts in a series: name it with `series`"],
  },
  {
    what: "a poster without a text for those who don’t see it",
    in: "episode",
    instead: "license:",
    write: "poster: { file: poster.webp }\nlicense:",
    told: ["15:9  error  `alt` is missing. What the picture shows, for people who don't see it."],
  },
  {
    what: "no title in a language of its subtitles",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ en: First }",
    told: [
      "8:7  warning  it can be read in es, but has no name there: write it beside es:, in [brackets] where the publisher gave none",
    ],
  },
  {
    what: "two texts in one language",
    in: "document",
    instead: "inLanguage: es, file: es.pdf",
    write: "inLanguage: en, file: es.md",
    told: ["8:5  error  a second en text as .md stands here: keep one of the two"],
  },
  {
    what: "a document without a text",
    in: "document",
    instead:
      "texts:\n  - { inLanguage: en, file: en.md }\n  - { inLanguage: es, file: es.pdf, translator: T }",
    write: "texts: []",
    told: ["6:8  error  `texts`: name at least one file: - { inLanguage: en, file: en.md }"],
  },
  {
    what: "a field as Americans write it",
    in: "library",
    instead: "publisher",
    write: "neighbors: { mam: [es] }\npublisher",
    told: ["4:1  error  `neighbors` is no field here: did you mean `neighbours`?"],
  },
  {
    what: "two seasons with one number",
    in: "series",
    instead: "name",
    write: "seasons: [{ season: 1, name: { en: A } }, { season: 1, name: { en: B } }]\nname",
    told: ["5:10  error  `seasons` has two seasons with one number: keep one of them"],
  },
  {
    what: "a series’ episodes by name",
    in: "series",
    instead: "name",
    write: "episodes: [first]\nname",
    told: [
      "5:1  error  `episodes` is no field here: there are `kind`, `slug`, `inLanguage`, `status`, `datePublished`, `name`, `description`, `seasons`",
    ],
  },
];
