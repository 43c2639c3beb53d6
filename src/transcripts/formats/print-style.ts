/** The style of transcript pages. It loads no other files, so that a page can be saved, mailed and printed. */
export const transcriptPageStyle = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .5rem; }
header { border-block-end: 1px solid; margin-block-end: 1.5rem; padding-block-end: 1rem; }
header p, footer p { margin: .25rem 0; overflow-wrap: anywhere; }
header .name { font-size: 1.25rem; }
footer { border-block-start: 1px solid; font-size: .875em; margin-block-start: 2.5rem; padding-block-start: 1rem; }
main p { margin: 1rem 0; }
.moment { font-variant-numeric: tabular-nums; margin-inline-end: .25em; }
table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; }
th { text-align: start; border-block-end: 2px solid; padding: .5rem .75rem; }
td { border-block-end: 1px solid; padding: .5rem .75rem; vertical-align: top; inline-size: 50%; }
td:first-child, th:first-child { border-inline-end: 1px solid; }
td p { margin: 0 0 .5rem; }
td p:last-child { margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1.5rem; }
dt { font-weight: 600; }
dd { margin: 0; }
del { text-decoration-thickness: 1px; }
ins { font-weight: 600; text-decoration-thickness: 2px; }
.answers { columns: 3 9rem; }
.vocabulary th[scope=row] { border-block-end: 1px solid; vertical-align: top; inline-size: auto; }
/* No spaces around the slash: with them, right-to-left pages would swap the two numbers. */
@page { margin: 2cm; @bottom-center { content: counter(page) "/" counter(pages); font: 9pt sans-serif; } }
@media print {
  :root { color-scheme: light; }
  body { font-size: 11pt; line-height: 1.5; max-width: none; padding: 0; }
  h1 { font-size: 18pt; }
  h2 { font-size: 13pt; break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  p { orphans: 3; widows: 3; }
  tr, footer { break-inside: avoid; }
  .sheet { break-before: page; }
}
`;
