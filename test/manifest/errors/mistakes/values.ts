import type { Mistake } from "./mistake.ts";

/** Values that aren't what their field holds. */
export const valuesMistakes: readonly Mistake[] = [
  {
    what: "a date with the day first",
    in: "episode",
    instead: "2026-11-01",
    write: "01/11/2026",
    problems: [
      "6:16  error  “01/11/2026”: write a date as 2026-11-01, or with a time as 2026-11-01T09:00:00-07:00",
    ],
  },
  {
    what: "a year for a date",
    in: "episode",
    instead: "2026-11-01",
    write: "2026",
    problems: [
      "6:16  error  “2026”: write a date as 2026-11-01, or with a time as 2026-11-01T09:00:00-07:00",
    ],
  },
  {
    what: "a film of another format",
    in: "episode",
    instead: "film.webm",
    write: "film.mov",
    problems: [
      "10:17  error  “film.mov” isn't a film that browsers support: use .webm or .mp4, or convert it with `videoteca prepare`",
    ],
  },
  {
    what: "a film without an ending",
    in: "episode",
    instead: "film.webm",
    write: "film",
    problems: ["10:17  error  “film” isn't a film that browsers support: use .webm or .mp4"],
  },
  {
    what: "a film elsewhere on the web",
    in: "episode",
    instead: "film.webm",
    write: "https://example.org/film.webm",
    problems: [
      "10:17  error  “https://example.org/film.webm”: write the name of a file that is in this manifest's folder",
    ],
  },
  {
    what: "a film on a disk",
    in: "episode",
    instead: "film.webm",
    write: "C:\\film.webm",
    problems: [
      "10:17  error  “C:\\film.webm”: write the name of a file that is in this manifest's folder",
    ],
  },
  {
    what: "a chapter before the beginning",
    in: "episode",
    instead: '"0:00"',
    write: "-5",
    problems: ['14:21  error  “-5”: write the start time as "1:05" or 65'],
  },
  {
    what: "chapters out of order",
    in: "episode",
    instead: '[{ start: "0:00", name: { en: Start } }]',
    write: '[{ start: "1:00", name: { en: A } }, { start: "0:30", name: { en: B } }]',
    problems: [
      "14:57  error  this chapter doesn't start after the one before it, at 1:00: put them in order",
    ],
  },
  {
    what: "an unknown license",
    in: "episode",
    instead: "CC-BY-4.0",
    write: "All rights reserved",
    problems: [
      "15:10  warning  “All rights reserved” isn't one of the licenses known here: look it up at spdx.org/licenses, or write LicenseRef- and your own name for it, such as LicenseRef-All-Rights-Reserved",
    ],
  },
  {
    what: "a moment in typographic quotes",
    in: "episode",
    instead: '"0:00"',
    write: "“0:00”",
    problems: [
      '14:21  error  ““0:00””: write the start time as "1:05" or 65. The quotation marks are typographic: write straight ones, "',
    ],
  },
  {
    what: "a poster of another format",
    in: "episode",
    instead: "license:",
    write: "poster: { file: poster.gif, alt: { en: A door } }\nlicense:",
    problems: [
      "15:17  error  “poster.gif” isn't a picture that browsers support: use .webp, .jpg or .png",
    ],
  },
  {
    what: "a text of another format",
    in: "document",
    instead: "es.pdf",
    write: "es.docx",
    problems: ["8:29  error  “es.docx” isn't a text that browsers support: use .md or .pdf"],
  },
  {
    what: "a color too faint",
    in: "library",
    instead: "publisher",
    write: 'accentColor: "#f0a35c"\npublisher',
    problems: [
      '4:14  error  “#f0a35c” is too faint on light pages (its contrast is 1.9, and at least 4.5 is needed): the nearest readable color is "#97673a"',
    ],
  },
  {
    what: "a color that is a number",
    in: "library",
    instead: "publisher",
    write: "accentColor: 9\npublisher",
    problems: [
      '4:14  error  “9”: write one color, "#9a3412", or one for each color scheme: { light: "#9a3412", dark: "#f0a35c" }',
    ],
  },
  {
    what: "colors the wrong way round",
    in: "library",
    instead: "publisher",
    write: 'accentColor: { light: "#f0a35c", dark: "#9a3412" }\npublisher',
    problems: [
      '4:23  error  “#f0a35c” is too faint on light pages (its contrast is 1.9, and at least 4.5 is needed): the nearest readable color is "#97673a"',
      '4:40  error  “#9a3412” is too faint on dark pages (its contrast is 2.2, and at least 4.5 is needed): the nearest readable color is "#bb7760"',
    ],
  },
  {
    what: "a language twice",
    in: "library",
    instead: "publisher",
    write: "interfaceLanguages: [en, en]\npublisher",
    problems: ["4:21  error  `interfaceLanguages` names a language twice: keep one of them"],
  },
  {
    what: "a link without https",
    in: "library",
    instead: "publisher",
    write: "footer: [{ name: { en: About }, url: example.org }]\npublisher",
    problems: ["4:38  error  “example.org”: write an address: https://…"],
  },
];
