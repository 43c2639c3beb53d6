import type { DocumentSource } from "../../src/documents/source.ts";
import { licenseUrl } from "../../src/records/schema/license.ts";

/** A document with every construct that Markdown has. */
export const markdown = `# The plan

Before *the* first **heading**, "quoted" & <escaped>, ~~old~~ \`code\`[^1].

## What it asks: 287(g)

1. One
2. Two

   More of two
   - nested **bold *and italic***
     1. deep

- [ ] tight
- items

> Quoted text,
> two lines\\
> and a break.

### 2021: a table

| Year | Count |
|:-----|------:|
| 2019 | 9[^xy] |
| 2020 | [a link](https://example.org/a?b=1&c=2 "Title") |

\`\`\`js
const a = 1 < 2;
  indented
\`\`\`

---

![A map](map.png) and ![gone](https://example.org/gone.png), [local](#what-it-asks-287-g), [bad](javascript:alert(1)), <https://example.org/>, [nowhere](#nope), [call](tel:+1-800-555), [a note[^1] in <https://example.org/>](/en/)

[^1]: A note.

    In two paragraphs.

[^xy]: Another.
`;

/** A source for tests of formats. */
export function documentSource(changes: Partial<DocumentSource> = {}): DocumentSource {
  return {
    name: "The plan",
    names: ["The plan", "El plan"],
    language: "en",
    direction: "ltr",
    markdown,
    publisher: "The Observatory",
    authors: ["Ana Morales"],
    citation: "The plan · The Observatory · 1 November 2026",
    description: "What it is.",
    datePublished: "2026-11-01",
    pageUrl: "https://library.example/en/read/plan",
    address: "https://library.example/texts/plan/en.epub",
    facts: [
      { label: "Translator", value: "Nguyễn Thị Lan (English)" },
      { label: "License", value: "CC-BY-NC-4.0 · © IJN", url: licenseUrl("CC-BY-NC-4.0") },
    ],
    pictures: new Map(),
    labels: {
      language: "en",
      source: "Source",
      contents: "Contents",
      contentWarning: "Before you read",
      footnotes: "Footnotes",
      backToText: (number) => `Back to the text, note ${number}`,
    },
    ...changes,
  };
}
