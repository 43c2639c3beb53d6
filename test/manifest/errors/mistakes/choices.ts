import type { Mistake } from "./mistake.ts";

/** Words that aren't those to choose from, and names that are none. */
export const choicesMistakes: readonly Mistake[] = [
  {
    what: "a date with one digit",
    in: "episode",
    instead: "2026-11-01",
    write: "2026-11-1",
    told: ["6:16  error  “2026-11-1” is no date: write 2026-11-01"],
  },
  {
    what: "a time without a time zone",
    in: "episode",
    instead: "2026-11-01",
    write: "2026-11-01T09:00:00",
    told: [
      "6:16  error  “2026-11-01T09:00:00” is no date with a time: write it with its time zone, 2026-11-01T09:00:00Z for UTC or 2026-11-01T09:00:00-07:00",
    ],
  },
  {
    what: "a time as YAML’s timestamps have it",
    in: "episode",
    instead: "2026-11-01",
    write: "2026-11-01 09:00:00 -7",
    told: [
      "6:16  error  “2026-11-01 09:00:00 -7” is no date with a time: write it with its time zone, 2026-11-01T09:00:00Z for UTC or 2026-11-01T09:00:00-07:00",
    ],
  },
  {
    what: "a language with an underscore",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "inLanguage: es_MX\n",
    told: ["4:13  error  “es_MX” is no language tag: write es-MX"],
  },
  {
    what: "a language as it is said",
    in: "episode",
    instead: "inLanguage: en\n",
    write: "inLanguage: in English\n",
    told: ["4:13  error  “in English” is no language tag: write en"],
  },
  {
    what: "a kind in small letters",
    in: "episode",
    instead: "kind: Episode",
    write: "kind: episode",
    told: ["1:7  error  “episode” is no kind of work: did you mean Episode?"],
  },
  {
    what: "a kind by another name",
    in: "episode",
    instead: "kind: Episode",
    write: "kind: Film",
    told: ["1:7  error  “Film” is no kind of work: write Episode"],
  },
  {
    what: "a status of true",
    in: "episode",
    instead: "status: published",
    write: "status: true",
    told: ["5:9  error  “true” is no status: write draft or published"],
  },
  {
    what: "a status with a capital",
    in: "episode",
    instead: "status: published",
    write: "status: Published",
    told: ["5:9  error  “Published” is no status: did you mean published?"],
  },
  {
    what: "a status that only a command gives",
    in: "episode",
    instead: "status: published",
    write: "status: withdrawn",
    told: [
      "5:9  error  “withdrawn” is no status: no manifest withdraws a work, `videoteca withdraw` does",
    ],
  },
  {
    what: "a status that a date gives",
    in: "episode",
    instead: "status: published",
    write: "status: scheduled",
    told: [
      "5:9  error  “scheduled” is no status: write published, and a `datePublished` that is still to come",
    ],
  },
  {
    what: "a kind of track nearly right",
    in: "episode",
    instead: "kind: subtitles",
    write: "kind: subtitle",
    told: ["13:29  error  “subtitle” is no kind: did you mean subtitles?"],
  },
  {
    what: "an origin by another name",
    in: "episode",
    instead: "origin: machine",
    write: "origin: auto",
    told: ["13:62  error  “auto” is no origin: write machine"],
  },
  {
    what: "a licence with spaces",
    in: "episode",
    instead: "CC-BY-4.0",
    write: "CC BY 4.0",
    told: ["15:10  warning  “CC BY 4.0” is no SPDX identifier: did you mean CC-BY-4.0?"],
  },
  {
    what: "a licence in small letters",
    in: "episode",
    instead: "CC-BY-4.0",
    write: "cc-by-4.0",
    told: ["15:10  warning  “cc-by-4.0” is no SPDX identifier: did you mean CC-BY-4.0?"],
  },
  {
    what: "a licence without its version",
    in: "episode",
    instead: "CC-BY-4.0",
    write: "CC-BY",
    told: ["15:10  warning  “CC-BY” is no SPDX identifier: did you mean CC-BY-4.0?"],
  },
  {
    what: "a title for a related work’s slug",
    in: "episode",
    instead: "license:",
    write: "related: [A Second Chance]\nlicense:",
    told: [
      "15:11  error  “A Second Chance” is no slug: write 1 to 80 of a–z, 0–9 and -, for example a-second-chance",
    ],
  },
  {
    what: "a title for a series’ slug",
    in: "episode",
    instead: "series: a-series",
    write: "series: How Did We Get Here?",
    told: [
      "3:9  error  “How Did We Get Here?” is no slug: write 1 to 80 of a–z, 0–9 and -, for example how-did-we-get-here",
    ],
  },
  {
    what: "a slug with a space",
    in: "episode",
    instead: "slug: first",
    write: "slug: the first",
    told: [
      "2:7  error  “the first” is no slug: write 1 to 80 of a–z, 0–9 and -, for example the-first",
    ],
  },
  {
    what: "a slug with letters of its language",
    in: "episode",
    instead: "slug: first",
    write: "slug: Chế độ",
    told: ["2:7  error  “Chế độ” is no slug: write 1 to 80 of a–z, 0–9 and -, for example che-do"],
  },
  {
    what: "a language by its name",
    in: "episode",
    instead: "description: { en: A film. }",
    write: "description: { English: A film. }",
    told: ["9:16  error  “English” is no language tag: write en"],
  },
  {
    what: "a web page to download",
    in: "episode",
    instead: "license:",
    write: "attachments: [{ file: guide.html, inLanguage: en, name: { en: Guide } }]\nlicense:",
    told: [
      "15:23  error  “guide.html” is no kind of file that can be kept: use .webm, .mp4, .m4a, .mp3, .ogg, .opus, .webp, .jpg, .png, .avif, .vtt, .md, .pdf, .docx or .odt",
    ],
  },
  {
    what: "a colour by its name",
    in: "library",
    instead: "publisher",
    write: "accentColor: red\npublisher",
    told: ['4:14  error  “red” is no colour: write # and six digits in quotes, "#9a3412"'],
  },
  {
    what: "a contact that is no address",
    in: "library",
    instead: "publisher",
    write: "contact: at the office\npublisher",
    told: [
      "4:10  error  “at the office” is no address to write to: write an e-mail address, name@example.org, or https://…",
    ],
  },
  {
    what: "a language that the pages don’t speak",
    in: "library",
    instead: "publisher",
    write: "interfaceLanguages: [en, fr]\npublisher",
    told: ["4:26  error  “fr” is no choice for `interfaceLanguages`: write en, es, vi or ar"],
  },
];
