import {
  arriving,
  between,
  eased,
  ink,
  marigold,
  paper,
  picture,
  rust,
  sand,
  stone,
  type,
} from "./kit.ts";

/** One page in three languages, fanned out; where words are missing, a label says so. */
const PAGES = [
  { name: "English", x: 110, turn: -5, rows: [230, 252, 196, 240, 214] },
  { name: "Español", x: 476, turn: 1.5, rows: [244, 222, 252, 180, 236] },
  { name: "Tiếng Việt", x: 842, turn: 6, rows: [218, 248] },
];

function leaf(index: number, t: number, labelled: number): string {
  const { name, x, turn, rows } = PAGES[index] as (typeof PAGES)[number];
  const left = between(476, x, t);
  const lines = rows
    .map(
      (width, i) =>
        `<rect x="${left + 36}" y="${274 + i * 44}" width="${width}" height="14" fill="${stone}"/>`,
    )
    .join("");
  const missing = index < 2 ? "" : label(left + 30, labelled);
  return `<g transform="rotate(${turn * t} ${left + 164} 900)"><rect x="${left}" y="132" width="328" height="430" fill="#fffdf8" stroke="${ink}" stroke-width="3"/>
<rect x="${left}" y="132" width="328" height="12" fill="${[ink, rust, marigold][index]}"/>
${type([name], { x: left + 34, y: 218, size: 46, fill: ink, settings: "serif" })}${lines}${missing}</g>`;
}

function label(x: number, t: number): string {
  const borrowed = [250, 206, 232]
    .map(
      (width, i) =>
        `<rect x="${x + 6}" y="${432 + i * 38}" width="${width}" height="14" fill="${sand}"/>`,
    )
    .join("");
  return arriving(
    t,
    `<rect x="${x}" y="362" width="196" height="48" rx="24" fill="${marigold}"/>${type(["in English"], { x: x + 98, y: 396, size: 30, fill: ink, settings: "sans", anchor: "middle" })}${borrowed}`,
    8,
  );
}

export function languages(at: number, moments: number[]): string {
  const [first = 0.5, , says = 5] = moments;
  const fan = eased(at, first, 1.8);
  const labelled = eased(at, says, 0.8);
  return picture(
    paper,
    `<rect y="600" width="1280" height="120" fill="${sand}"/>`,
    leaf(0, fan, 0),
    leaf(2, fan, labelled),
    leaf(1, fan, 0),
  );
}
