import type { Mistake } from "./mistake.ts";

/** Fields that are missing, are called otherwise, or hold another kind of thing. */
export const fieldsMistakes: readonly Mistake[] = [
  {
    what: "a field in two words",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "in Language: en\n",
    problems: ["4:1  error  `in Language` isn't a field here: did you mean `inLanguage`?"],
  },
  {
    what: "a field with an underscore",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "in_language: en\n",
    problems: ["4:1  error  `in_language` isn't a field here: did you mean `inLanguage`?"],
  },
  {
    what: "a kind with a capital",
    in: "episode",
    instead: "kind: Episode",
    write: "Kind: Episode",
    problems: ["1:1  error  `Kind` isn't a field here: did you mean `kind`?"],
  },
  {
    what: "a kind by another name, and a second mistake",
    in: "episode",
    instead: "kind: Episode\nslug: first",
    write: "type: Episode\nslug: The First",
    problems: [
      "1:1  error  `type` isn't a field here: did you mean `kind`?",
      "2:7  error  “The First” isn't a slug: write 1 to 80 of a–z, 0–9 and -, for example the-first",
    ],
  },
  {
    what: "a list by another name, and the mistakes in it",
    in: "episode",
    instead: "captions:\n  - { inLanguage: en, kind: captions, file: en.vtt }",
    write: "subtitels:\n  - { language: english, kind: caption, flie: en.vtt }",
    problems: [
      "11:1  error  `subtitels` isn't a field here: did you mean `captions`?",
      "12:7  error  `language` isn't a field here: did you mean `inLanguage`?",
      "12:17  error  “english” isn't a language tag: write en",
      "12:32  error  “caption” isn't a valid kind: did you mean captions?",
      "12:41  error  `flie` isn't a field here: did you mean `file`?",
    ],
  },
  {
    what: "a field twice, under its own name and under another",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "inLanguage: en\nlanguage: en\n",
    problems: ["5:1  error  `language` isn't a field here: did you mean `inLanguage`?"],
  },
  {
    what: "a track without its kind",
    in: "episode",
    instead: "{ inLanguage: en, kind: captions, file: en.vtt }",
    write: "{ inLanguage: en, file: en.vtt }",
    problems: [
      "12:5  error  `kind` is missing. captions: speech and sounds, in the film's language. subtitles: a translation. descriptions: what the picture shows.",
    ],
  },
  {
    what: "a track with a language by another name",
    in: "episode",
    instead: "{ inLanguage: en, kind: captions, file: en.vtt }",
    write: "{ language: en, kind: captions, file: en.vtt }",
    problems: ["12:7  error  `language` isn't a field here: did you mean `inLanguage`?"],
  },
  {
    what: "a chapter with a time by another name",
    in: "episode",
    instead: 'start: "0:00"',
    write: 'time: "0:00"',
    problems: ["14:14  error  `time` isn't a field here: did you mean `start`?"],
  },
  {
    what: "no description, without a reason",
    in: "episode",
    instead: "audioDescription: { mode: integrated }",
    write: "audioDescription: { mode: none }",
    problems: ["16:19  error  `reason` is missing. Why there is none."],
  },
  {
    what: "a description without its file",
    in: "episode",
    instead: "audioDescription: { mode: integrated }",
    write: "audioDescription: { mode: track }",
    problems: ["16:19  error  `file` is missing. The caption file with the descriptions."],
  },
  {
    what: "a description of two modes",
    in: "episode",
    instead: "audioDescription: { mode: integrated }",
    write: "audioDescription: { mode: integrated, file: x.vtt }",
    problems: [
      "16:39  error  `file` isn't a field here: it belongs to another `mode`: remove one of the two",
    ],
  },
  {
    what: "a person without a role",
    in: "episode",
    instead: "license:",
    write: "credits: [{ name: Ana }]\nlicense:",
    problems: [
      "15:11  error  `role` is missing. What they did: creator, narrator, translator, participant …",
    ],
  },
  {
    what: "a title in no language at all",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{}",
    problems: ["8:7  error  `name`: write the text in at least one language"],
  },
  {
    what: "an empty title",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: '{ en: "" }',
    problems: ["8:9  error  `en` is empty"],
  },
  {
    what: "no title in the original language",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ es: Primera }",
    problems: [
      "8:7  warning  the name in the original language is missing: write it under en:, in [brackets] if the publisher gave none",
    ],
  },
  {
    what: "a language without its title",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ en: }",
    problems: ["8:9  error  `en` is empty. Put a text that begins with # in quotes."],
  },
  {
    what: "a number without a series",
    in: "episode",
    instead: "series: a-series\n",
    write: "",
    problems: ["6:10  warning  a number needs a series: add `series`"],
  },
  {
    what: "a poster without a text for those who don’t see it",
    in: "episode",
    instead: "license:",
    write: "poster: { file: poster.webp }\nlicense:",
    problems: [
      "15:9  error  `alt` is missing. What the picture shows, for people who can't see it.",
    ],
  },
  {
    what: "no title in a language of its subtitles",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ en: First }",
    problems: [
      "8:7  warning  there is a text in es, but no name in es: write it under es:, in [brackets] if the publisher gave none",
    ],
  },
  {
    what: "two texts in one language",
    in: "document",
    instead: "inLanguage: es, file: es.pdf",
    write: "inLanguage: en, file: es.md",
    problems: ["8:5  error  this is a second en text as .md: keep one of the two"],
  },
  {
    what: "a document without a text",
    in: "document",
    instead:
      "texts:\n  - { inLanguage: en, file: en.md }\n  - { inLanguage: es, file: es.pdf, translator: T }",
    write: "texts: []",
    problems: ["6:8  error  `texts`: name at least one file: - { inLanguage: en, file: en.md }"],
  },
  {
    what: "a field as Americans write it",
    in: "library",
    instead: "publisher",
    write: "neighbors: { mam: [es] }\npublisher",
    problems: ["4:1  error  `neighbors` isn't a field here: did you mean `neighbours`?"],
  },
  {
    what: "two seasons with one number",
    in: "series",
    instead: "name",
    write: "seasons: [{ season: 1, name: { en: A } }, { season: 1, name: { en: B } }]\nname",
    problems: ["5:10  error  `seasons` has two seasons with one number: keep one of them"],
  },
  {
    what: "a series’ episodes by name",
    in: "series",
    instead: "name",
    write: "episodes: [first]\nname",
    problems: [
      "5:1  error  `episodes` isn't a field here: the fields are `kind`, `slug`, `inLanguage`, `status`, `datePublished`, `name`, `description`, `formerSlugs`, `seasons`, `podcastCover`",
    ],
  },
];
