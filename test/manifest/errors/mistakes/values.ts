import type { Mistake } from "./mistake.ts";

/** Values that aren't what their field holds. */
export const valuesMistakes: readonly Mistake[] = [
  {
    what: "a date with the day first",
    in: "episode",
    instead: "2026-11-01",
    write: "01/11/2026",
    told: [
      "6:16  error  “01/11/2026”: write a date as 2026-11-01, or with a time as 2026-11-01T09:00:00-07:00",
    ],
  },
  {
    what: "a year for a date",
    in: "episode",
    instead: "2026-11-01",
    write: "2026",
    told: [
      "6:16  error  “2026”: write a date as 2026-11-01, or with a time as 2026-11-01T09:00:00-07:00",
    ],
  },
  {
    what: "a film of another format",
    in: "episode",
    instead: "film.webm",
    write: "film.mov",
    told: ["10:17  error  “film.mov” isn't a film that browsers take: use .webm or .mp4"],
  },
  {
    what: "a film without an ending",
    in: "episode",
    instead: "film.webm",
    write: "film",
    told: ["10:17  error  “film” isn't a film that browsers take: use .webm or .mp4"],
  },
  {
    what: "a film elsewhere on the web",
    in: "episode",
    instead: "film.webm",
    write: "https://example.org/film.webm",
    told: [
      "10:17  error  “https://example.org/film.webm”: write the name of a file that lies in this manifest's folder",
    ],
  },
  {
    what: "a film on a disk",
    in: "episode",
    instead: "film.webm",
    write: "C:\\film.webm",
    told: [
      "10:17  error  “C:\\film.webm”: write the name of a file that lies in this manifest's folder",
    ],
  },
  {
    what: "a chapter before the beginning",
    in: "episode",
    instead: '"0:00"',
    write: "-5",
    told: ['14:21  error  “-5”: write the moment it starts at, as "1:05" or 65'],
  },
  {
    what: "chapters out of order",
    in: "episode",
    instead: '[{ start: "0:00", name: { en: Start } }]',
    write: '[{ start: "1:00", name: { en: A } }, { start: "0:30", name: { en: B } }]',
    told: [
      "14:57  error  this chapter doesn't start after the one before it, at 1:00: put them in order",
    ],
  },
  {
    what: "a licence that is none",
    in: "episode",
    instead: "CC-BY-4.0",
    write: "All rights reserved",
    told: [
      "15:10  warning  “All rights reserved” is none of the licences known here: look it up at spdx.org/licenses, or write LicenseRef- and a name of your own, such as LicenseRef-All-Rights-Reserved",
    ],
  },
  {
    what: "a moment in typographic quotes",
    in: "episode",
    instead: '"0:00"',
    write: "“0:00”",
    told: [
      '14:21  error  ““0:00””: write the moment it starts at, as "1:05" or 65. The quotes are typographic ones: write straight ones, "',
    ],
  },
  {
    what: "a poster of another format",
    in: "episode",
    instead: "license:",
    write: "poster: { file: poster.gif, alt: { en: A door } }\nlicense:",
    told: [
      "15:17  error  “poster.gif” isn't a picture that browsers take: use .webp, .jpg or .png",
    ],
  },
  {
    what: "a text of another format",
    in: "document",
    instead: "es.pdf",
    write: "es.docx",
    told: ["8:29  error  “es.docx” isn't a text that browsers take: use .md or .pdf"],
  },
  {
    what: "a colour too faint",
    in: "library",
    instead: "publisher",
    write: 'accentColor: "#f0a35c"\npublisher',
    told: [
      '4:14  error  “#f0a35c” is too faint on light pages (a contrast of 1.9, where readers need 4.5): the nearest that can be read is "#97673a"',
    ],
  },
  {
    what: "a colour that is a number",
    in: "library",
    instead: "publisher",
    write: "accentColor: 9\npublisher",
    told: [
      '4:14  error  “9”: write one colour, "#9a3412", or one for each look: { light: "#9a3412", dark: "#f0a35c" }',
    ],
  },
  {
    what: "colours the wrong way round",
    in: "library",
    instead: "publisher",
    write: 'accentColor: { light: "#f0a35c", dark: "#9a3412" }\npublisher',
    told: [
      '4:23  error  “#f0a35c” is too faint on light pages (a contrast of 1.9, where readers need 4.5): the nearest that can be read is "#97673a"',
      '4:40  error  “#9a3412” is too faint on dark pages (a contrast of 2.3, where readers need 4.5): the nearest that can be read is "#b9735b"',
    ],
  },
  {
    what: "a language twice",
    in: "library",
    instead: "publisher",
    write: "interfaceLanguages: [en, en]\npublisher",
    told: ["4:21  error  `interfaceLanguages` names a language twice: keep one of them"],
  },
  {
    what: "a link without https",
    in: "library",
    instead: "publisher",
    write: "footer: [{ name: { en: About }, url: example.org }]\npublisher",
    told: ["4:38  error  “example.org”: write an address: https://…"],
  },
];
