import { dark, ink, light, marigold, paper, rust, sand, stone } from "./pictures/kit.ts";

const QUESTIONS = [
  "What did you know about the two systems the series names before you watched?",
  "Which word in the series’ question would you want explained first, and to whom would you turn?",
  "If you could add one question to the series, what would it ask?",
];

/** One A4 page to print or to read on a screen. */
export const discussionGuide = () => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Discussion guide (demonstration): Criminalizing Migration</title>
<style>
  @page { size: A4; margin: 0 }
  * { box-sizing: border-box; margin: 0 }
  body { width: 210mm; height: 296mm; background: ${paper}; color: ${ink}; font: 13pt/1.45 "Noto Serif", "Liberation Serif", serif }
  header { background: ${dark}; color: ${light}; padding: 15mm 20mm 13mm; position: relative }
  .mark { font: 600 9.5pt "Noto Sans", "Liberation Sans", sans-serif; letter-spacing: .1em; display: flex; gap: 3mm; align-items: center }
  .mark::before { content: ""; width: 3mm; height: 3mm; background: ${marigold} }
  h1 { font: 600 34pt/1.1 "Noto Serif", "Liberation Serif", serif; margin: 9mm 0 2mm }
  header p { color: ${marigold} }
  main { padding: 11mm 20mm 0 }
  ol { list-style: none; padding: 0; margin-top: 8mm }
  li { display: grid; grid-template-columns: 15mm 1fr; padding-bottom: 9mm }
  li svg { width: 10mm; height: 10mm }
  li p { font-size: 14.5pt; line-height: 1.35 }
  li div { grid-column: 2; height: 27mm; background: repeating-linear-gradient(transparent 0 8.7mm, ${stone} 8.7mm 9mm) }
  footer { position: absolute; left: 20mm; right: 20mm; top: 266mm; border-top: .5mm solid ${sand}; padding-top: 4mm; font: 9.5pt/1.5 "Noto Sans", "Liberation Sans", sans-serif }
</style>
<header><p class="mark" style="color:${light}">DEMONSTRATION</p>
<h1>Discussion guide</h1><p>for <i>Criminalizing Migration</i>, part 1 of <i>How Did We Get Here?</i></p></header>
<main><p>Three open questions to talk about after the film. There are no right answers, and nobody has to answer.</p>
<ol>${QUESTIONS.map((question, i) => `<li>${dot(i)}<p>${question}</p><div></div></li>`).join("")}</ol></main>
<footer>This page is a demonstration. It was written by the makers of this software, not by the
organization that publishes the series, and says nothing on its behalf. CC BY 4.0, Videoteca contributors.</footer></html>`;

function dot(i: number): string {
  const fill = [rust, marigold, ink][i];
  return `<svg viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="19" fill="${fill}"/><text x="20" y="28" text-anchor="middle" font-family="Noto Serif" font-weight="600" font-size="22" fill="${i === 1 ? ink : paper}">${i + 1}</text></svg>`;
}
