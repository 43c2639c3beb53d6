import type { Mistake } from "./mistake.ts";

/** Words that aren't those to choose from, and names that are none. */
export const choicesMistakes: readonly Mistake[] = [
  {
    what: "a date with one digit",
    in: "episode",
    instead: "2026-11-01",
    write: "2026-11-1",
    problems: ["6:16  error  “2026-11-1” isn't a date: write 2026-11-01"],
  },
  {
    what: "a time without a time zone",
    in: "episode",
    instead: "2026-11-01",
    write: "2026-11-01T09:00:00",
    problems: [
      "6:16  error  “2026-11-01T09:00:00” isn't a date with a time: write it with its time zone, 2026-11-01T09:00:00Z for UTC or 2026-11-01T09:00:00-07:00",
    ],
  },
  {
    what: "a time as YAML’s timestamps have it",
    in: "episode",
    instead: "2026-11-01",
    write: "2026-11-01 09:00:00 -7",
    problems: [
      "6:16  error  “2026-11-01 09:00:00 -7” isn't a date with a time: write it with its time zone, 2026-11-01T09:00:00Z for UTC or 2026-11-01T09:00:00-07:00",
    ],
  },
  {
    what: "a language with an underscore",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "inLanguage: es_MX\n",
    problems: ["4:13  error  “es_MX” isn't a language tag: write es-MX"],
  },
  {
    what: "a language as it is said",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "inLanguage: in English\n",
    problems: ["4:13  error  “in English” isn't a language tag: write en"],
  },
  {
    what: "a kind in small letters",
    in: "episode",
    instead: "kind: Episode",
    write: "kind: episode",
    problems: ["1:7  error  “episode” isn't a kind of work: did you mean Episode?"],
  },
  {
    what: "a kind by another name",
    in: "episode",
    instead: "kind: Episode",
    write: "kind: Film",
    problems: ["1:7  error  “Film” isn't a kind of work: write Episode"],
  },
  {
    what: "a status of true",
    in: "episode",
    instead: "status: published",
    write: "status: true",
    problems: ["5:9  error  “true” isn't a valid status: write draft or published"],
  },
  {
    what: "a status with a capital",
    in: "episode",
    instead: "status: published",
    write: "status: Published",
    problems: ["5:9  error  “Published” isn't a valid status: did you mean published?"],
  },
  {
    what: "a status that only a command gives",
    in: "episode",
    instead: "status: published",
    write: "status: withdrawn",
    problems: [
      "5:9  error  “withdrawn” isn't a valid status: a manifest can't withdraw a work: use `videoteca withdraw`",
    ],
  },
  {
    what: "a status that a date gives",
    in: "episode",
    instead: "status: published",
    write: "status: scheduled",
    problems: [
      "5:9  error  “scheduled” isn't a valid status: write published, and a `datePublished` in the future",
    ],
  },
  {
    what: "a kind of track nearly right",
    in: "episode",
    instead: "kind: subtitles",
    write: "kind: subtitle",
    problems: ["13:29  error  “subtitle” isn't a valid kind: did you mean subtitles?"],
  },
  {
    what: "an origin by another name",
    in: "episode",
    instead: "origin: machine",
    write: "origin: auto",
    problems: ["13:62  error  “auto” isn't a valid origin: write machine"],
  },
  {
    what: "a license with spaces",
    in: "episode",
    instead: "CC-BY-4.0",
    write: "CC BY 4.0",
    problems: ["15:10  warning  “CC BY 4.0” isn't an SPDX identifier: did you mean CC-BY-4.0?"],
  },
  {
    what: "a license in small letters",
    in: "episode",
    instead: "CC-BY-4.0",
    write: "cc-by-4.0",
    problems: ["15:10  warning  “cc-by-4.0” isn't an SPDX identifier: did you mean CC-BY-4.0?"],
  },
  {
    what: "a license without its version",
    in: "episode",
    instead: "CC-BY-4.0",
    write: "CC-BY",
    problems: ["15:10  warning  “CC-BY” isn't an SPDX identifier: did you mean CC-BY-4.0?"],
  },
  {
    what: "a title for a related work’s slug",
    in: "episode",
    instead: "license:",
    write: "related: [A Second Chance]\nlicense:",
    problems: [
      "15:11  error  “A Second Chance” isn't a slug: write 1 to 80 of a–z, 0–9 and -, for example a-second-chance",
    ],
  },
  {
    what: "a title for a series’ slug",
    in: "episode",
    instead: "series: a-series",
    write: "series: How Did We Get Here?",
    problems: [
      "3:9  error  “How Did We Get Here?” isn't a slug: write 1 to 80 of a–z, 0–9 and -, for example how-did-we-get-here",
    ],
  },
  {
    what: "a slug with a space",
    in: "episode",
    instead: "slug: first",
    write: "slug: the first",
    problems: [
      "2:7  error  “the first” isn't a slug: write 1 to 80 of a–z, 0–9 and -, for example the-first",
    ],
  },
  {
    what: "a slug with letters of its language",
    in: "episode",
    instead: "slug: first",
    write: "slug: Chế độ",
    problems: [
      "2:7  error  “Chế độ” isn't a slug: write 1 to 80 of a–z, 0–9 and -, for example che-do",
    ],
  },
  {
    what: "a language by its name",
    in: "episode",
    instead: "description: { en: A film. }",
    write: "description: { English: A film. }",
    problems: ["9:16  error  “English” isn't a language tag: write en"],
  },
  {
    what: "a web page to download",
    in: "episode",
    instead: "license:",
    write: "attachments: [{ file: guide.html, inLanguage: en, name: { en: Guide } }]\nlicense:",
    problems: [
      "15:23  error  “guide.html” isn't a type of file that can be stored: use .webm, .mp4, .m4a, .mp3, .ogg, .opus, .webp, .jpg, .png, .avif, .vtt, .md, .pdf, .docx or .odt",
    ],
  },
  {
    what: "a color by its name",
    in: "library",
    instead: "publisher",
    write: "accentColor: red\npublisher",
    problems: [`4:14  error  “red” isn't a color: write # and six digits in quotes, "#9a3412"`],
  },
  {
    what: "a contact that isn't an address",
    in: "library",
    instead: "publisher",
    write: "contact: at the office\npublisher",
    problems: [
      "4:10  error  “at the office” isn't a contact address: write an e-mail address, name@example.org, or https://…",
    ],
  },
  {
    what: "a language that the pages don’t speak",
    in: "library",
    instead: "publisher",
    write: "interfaceLanguages: [en, fr]\npublisher",
    problems: [
      "4:26  error  “fr” isn't a valid choice for `interfaceLanguages`: write en, es, vi or ar",
    ],
  },
];
