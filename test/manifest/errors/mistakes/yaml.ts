import type { Mistake } from "./mistake.ts";

/** What is written by hand and isn't YAML, or not the YAML that was meant. */
export const yamlMistakes: readonly Mistake[] = [
  {
    what: "a tab for indentation",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n\ten: First",
    problems: ["9:1  error  this line is indented with a tab: use spaces"],
  },
  {
    what: "a field twice",
    in: "episode",
    instead: "license: CC-BY-4.0",
    write: "license: CC-BY-4.0\nlicense: MIT",
    problems: ["16:1  error  this field is written twice: keep one of them"],
  },
  {
    what: "a colon in a title",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: Part 1: the law",
    problems: ['9:7  error  this text contains a colon: put it in quotes, "…: …"'],
  },
  {
    what: "a colon in a title between braces",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ en: Part 1: the law }",
    problems: ['8:13  error  this text contains a colon: put it in quotes, "…: …"'],
  },
  {
    what: "a comma in a title between braces",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ en: First, second and third }",
    problems: [
      '8:20  error  “second and third” has no value: put a text that contains a comma in quotes, "…, …"',
    ],
  },
  {
    what: "a quote that is never closed",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: 'name:\n  en: "First',
    problems: ["9:13  error  a quotation mark isn't closed: add it at the end of the text"],
  },
  {
    what: "a brace that is never closed",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name: { en: First, es: Primera",
    problems: [
      "9:1  error  this isn't valid YAML: check the indentation of this line, and whether a quotation mark or a bracket is missing above (Flow map in block collection must be sufficiently indented and end with a })",
    ],
  },
  {
    what: "a title that begins with #",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: #1 in a series",
    problems: ["9:3  error  `en` is empty. Put a text that begins with # in quotes."],
  },
  {
    what: "a title that begins with @",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: @home",
    problems: ['9:7  error  a text that begins with @ must be in quotes: "@…"'],
  },
  {
    what: "a title that begins with a backtick",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: `x`",
    problems: ['9:7  error  a text that begins with ` must be in quotes: "`…"'],
  },
  {
    what: "a title that begins with %",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: %x",
    problems: ['9:7  error  a text that begins with % must be in quotes: "%…"'],
  },
  {
    what: "a title that begins with !",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: !wow",
    problems: ['9:7  error  a text that begins with ! must be in quotes: "!…"'],
  },
  {
    what: "a title in asterisks",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: *wow*",
    problems: [
      "9:7  error  `*wow*` is a YAML alias, which manifests don't support: write the value again; put a text that begins with * in quotes",
    ],
  },
  {
    what: "a title that begins with &",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: &wow x",
    problems: [
      "9:12  error  `&wow` is a YAML anchor, which manifests don't support: remove it; put a text that begins with & in quotes",
    ],
  },
  {
    what: "no space after a colon",
    in: "episode",
    instead: "slug: first",
    write: "slug:first",
    problems: ["2:1  error  a space is missing after the colon: write slug: first"],
  },
  {
    what: "no colon",
    in: "episode",
    instead: "status: published",
    write: "status published",
    problems: ["5:1  error  a colon is missing: write status: published"],
  },
  {
    what: "an anchor and an alias",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name: &n { en: First }\ndescription: *n",
    problems: [
      "8:10  error  `&n` is a YAML anchor, which manifests don't support: remove it; put a text that begins with & in quotes",
      "9:14  error  `*n` is a YAML alias, which manifests don't support: write the value again; put a text that begins with * in quotes",
      "10:1  error  this field is written twice: keep one of them",
    ],
  },
  {
    what: "a merge key",
    in: "episode",
    instead: "license:",
    write: "<<: { a: 1 }\nlicense:",
    problems: ["15:1  error  `<<` isn't a field here: remove it"],
  },
  {
    what: "two manifests in one file",
    in: "episode",
    instead: "license: CC-BY-4.0",
    write: "license: CC-BY-4.0\n---\nkind: Episode",
    problems: [
      "16:1  error  a second YAML document starts here, and a manifest is only one: remove the `---`",
    ],
  },
  {
    what: "a space copied from a web page",
    in: "episode",
    instead: "slug: first",
    write: "slug: first",
    problems: [
      "2:1  error  this line contains a special space character (probably from copied text): type the space again",
    ],
  },
  {
    what: "a field with too much indentation",
    in: "episode",
    instead: "slug: first",
    write: "  slug: first",
    problems: [
      "1:7  error  the next line is indented further, but this line already has its value: start both in the same column",
    ],
  },
  {
    what: "a manifest as it is shown in a chat",
    in: "episode",
    instead: "kind: Episode",
    write: "```\nkind: Episode",
    problems: [
      "1:1  error  a colon is missing in this line: a field is written `name: value`",
      '1:1  error  a text that begins with ` must be in quotes: "`…"',
    ],
  },
];
