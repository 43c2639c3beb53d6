import type { Mistake } from "./mistake.ts";

/** What is written by hand and isn't YAML, or not the YAML that was meant. */
export const yamlMistakes: readonly Mistake[] = [
  {
    what: "a tab for indentation",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n\ten: First",
    told: ["9:1  error  a tab stands here: indent with spaces"],
  },
  {
    what: "a field twice",
    in: "episode",
    instead: "license: CC-BY-4.0",
    write: "license: CC-BY-4.0\nlicense: MIT",
    told: ["16:1  error  this field stands here twice: keep one of them"],
  },
  {
    what: "a colon in a title",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: Part 1: the law",
    told: ['9:7  error  a text with a colon in it stands here: put the text in quotes, "…: …"'],
  },
  {
    what: "a colon in a title between braces",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ en: Part 1: the law }",
    told: ['8:13  error  a text with a colon in it stands here: put the text in quotes, "…: …"'],
  },
  {
    what: "a comma in a title between braces",
    in: "episode",
    instead: "{ en: First, es: Primera }",
    write: "{ en: First, second and third }",
    told: [
      '8:20  error  “second and third” stands alone here: a text with a comma in it goes in quotes, "…, …"',
    ],
  },
  {
    what: "a quote that is never closed",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: 'name:\n  en: "First',
    told: ["9:13  error  a quote isn't closed: write it at the text's end too"],
  },
  {
    what: "a brace that is never closed",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name: { en: First, es: Primera",
    told: [
      "9:1  error  this isn't YAML: see the spaces at the line's beginning, and whether a quote or a bracket is missing above (Flow map in block collection must be sufficiently indented and end with a })",
    ],
  },
  {
    what: "a title that begins with #",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: #1 in a series",
    told: ["9:3  error  `en` is empty. A text that begins with # goes in quotes."],
  },
  {
    what: "a title that begins with @",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: @home",
    told: ['9:7  error  a text that begins with @ goes in quotes: "@…"'],
  },
  {
    what: "a title that begins with a backtick",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: `x`",
    told: ['9:7  error  a text that begins with ` goes in quotes: "`…"'],
  },
  {
    what: "a title that begins with %",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: %x",
    told: ['9:7  error  a text that begins with % goes in quotes: "%…"'],
  },
  {
    what: "a title that begins with !",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: !wow",
    told: ['9:7  error  a text that begins with ! goes in quotes: "!…"'],
  },
  {
    what: "a title between stars",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: *wow*",
    told: [
      "9:7  error  `*wow*` repeats an earlier value, which manifests don't do: write the value again; a text that begins with * goes in quotes",
    ],
  },
  {
    what: "a title that begins with &",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name:\n  en: &wow x",
    told: [
      "9:12  error  `&wow` gives a value a name, which manifests don't do: take it out; a text that begins with & goes in quotes",
    ],
  },
  {
    what: "no space behind a colon",
    in: "episode",
    instead: "slug: first",
    write: "slug:first",
    told: ["2:1  error  a space is missing behind the colon: write slug: first"],
  },
  {
    what: "no colon",
    in: "episode",
    instead: "status: published",
    write: "status published",
    told: ["5:1  error  a colon is missing: write status: published"],
  },
  {
    what: "an anchor and an alias",
    in: "episode",
    instead: "name: { en: First, es: Primera }",
    write: "name: &n { en: First }\ndescription: *n",
    told: [
      "8:10  error  `&n` gives a value a name, which manifests don't do: take it out; a text that begins with & goes in quotes",
      "9:14  error  `*n` repeats an earlier value, which manifests don't do: write the value again; a text that begins with * goes in quotes",
      "10:1  error  this field stands here twice: keep one of them",
    ],
  },
  {
    what: "a merge key",
    in: "episode",
    instead: "license:",
    write: "<<: { a: 1 }\nlicense:",
    told: ["15:1  error  `<<` is no field here: take it out"],
  },
  {
    what: "two manifests in one file",
    in: "episode",
    instead: "license: CC-BY-4.0",
    write: "license: CC-BY-4.0\n---\nkind: Episode",
    told: ["16:1  error  a second document begins here: a manifest is one, so take the `---` out"],
  },
  {
    what: "a space copied from a web page",
    in: "episode",
    instead: "slug: first",
    write: "slug: first",
    told: [
      "2:1  error  a space in this line isn't a plain one (it came with copied text): type it anew",
    ],
  },
  {
    what: "a field that stands too far in",
    in: "episode",
    instead: "slug: first",
    write: "  slug: first",
    told: [
      "1:7  error  the next line stands further in than this one, which has its value already: begin both at the same column",
    ],
  },
  {
    what: "a manifest as it is shown in a chat",
    in: "episode",
    instead: "kind: Episode",
    write: "```\nkind: Episode",
    told: [
      "1:1  error  a colon is missing in this line: a field is written `name: value`",
      '1:1  error  a text that begins with ` goes in quotes: "`…"',
    ],
  },
];
