import {
  arriving,
  between,
  curve,
  dark,
  drawn,
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

/** A sheet of words beside a film: a sentence is pressed, and the film goes to its moment. */
const ROWS = [300, 340, 262, 330, 318, 236, 342, 290];
const PRESSED = 4;

function sheet(lit: number): string {
  const rows = ROWS.map((width, i) => {
    const pressed = i === PRESSED || i === PRESSED + 1;
    return `<rect x="118" y="${172 + i * 50}" width="${width}" height="16" fill="${pressed && lit > 0.5 ? rust : stone}"/>`;
  }).join("");
  const mark = `<rect x="100" y="356" width="${390 * lit}" height="48" fill="${marigold}" opacity="0.6"/><rect x="100" y="406" width="${288 * lit}" height="48" fill="${marigold}" opacity="0.6"/>`;
  return `<rect x="64" y="108" width="456" height="496" fill="#fffdf8" stroke="${ink}" stroke-width="3"/>${mark}${rows}`;
}

function film(played: number): string {
  const x = between(690, 1010, played);
  return `<rect x="660" y="176" width="556" height="313" fill="${dark}"/>
<circle cx="${between(800, 1050, played)}" cy="${between(390, 296, played)}" r="74" fill="${rust}"/>
<path d="${curve((t) => [660 + t * 556, 402 - 24 * Math.sin(t * 5 + 1)])}V489H660Z" style="fill:#2c2721"/>
<rect x="660" y="532" width="556" height="8" fill="${sand}"/><rect x="660" y="532" width="${x - 660}" height="8" fill="${rust}"/>
<circle cx="${x}" cy="536" r="17" fill="${rust}"/>`;
}

export function transcript(at: number, moments: number[]): string {
  const [, press = 3, goes = 5] = moments;
  const jump = eased(at, goes - 0.1, 1.1);
  const way = curve((t) => [
    between(500, 1010, t),
    between(405, 560, t) + 210 * Math.sin(Math.PI * t) * (1 - 0.35 * t),
  ]);
  return picture(
    paper,
    sheet(eased(at, press, 0.9)),
    film(jump),
    drawn(way, eased(at, goes - 0.6, 1.3), `stroke="${ink}" stroke-width="4"`),
    arriving(
      eased(at, 0.5, 0.8),
      type(["the transcript"], { x: 660, y: 146, size: 46, fill: ink, settings: "serif" }),
    ),
  );
}
