import {
  arriving,
  between,
  curve,
  eased,
  ink,
  paper,
  picture,
  rust,
  sand,
  stone,
  type,
} from "./kit.ts";

/** Two threads, far apart on the left, that wind around each other to the right. */
const MIDDLE = 352;
const MEET = 500;
const TURN = 196;

/** The winding begins gently: over SOFT before and after MEET it gathers its speed. */
const SOFT = 100;
const phase = (x: number) => {
  const d = Math.max(0, x - MEET + SOFT);
  return ((d < 2 * SOFT ? (d * d) / (4 * SOFT) : d - SOFT) / TURN) * Math.PI;
};
const apart = (x: number) => {
  const t = Math.max(0, Math.min(1, (x - 60) / (MEET + 60)));
  return between(176, 54, t * t * (3 - 2 * t));
};
const height = (x: number, side: 1 | -1) => MIDDLE + side * apart(x) * Math.cos(phase(x));

/** One stretch of a thread: a gap around it where it passes over, its body, its twisted strands. */
function stretch(from: number, to: number, side: 1 | -1): string {
  const line = (offset: (x: number) => number) =>
    curve(
      (t) => {
        const x = between(from, to, t);
        return [x, height(x, side) + offset(x)];
      },
      Math.ceil((to - from) / 7),
    );
  const body = line(() => 0);
  const strands = [0, 1, 2, 3]
    .map((i) => line((x) => 11 * Math.sin(x / 21 + (i * Math.PI) / 2)))
    .map((d) => `<path d="${d}" stroke="${side < 0 ? stone : "#e9b99a"}" stroke-width="2.2"/>`)
    .join("");
  return `<path d="${body}" stroke="${paper}" stroke-width="46"/>
<path d="${body}" stroke="${side < 0 ? ink : rust}" stroke-width="29"/>${strands}`;
}

function cord(): string {
  const parts = [stretch(-20, MEET - SOFT + 1, -1), stretch(-20, MEET - SOFT + 1, 1)];
  for (let k = 0; MEET + k * TURN < 1300; k++) {
    const from = k === 0 ? MEET - SOFT : MEET + k * TURN - 1;
    const to = MEET + (k + 1) * TURN + 1;
    const over = k % 2 === 0 ? 1 : -1;
    parts.push(stretch(from, to, over === 1 ? -1 : 1), stretch(from, to, over));
  }
  return parts.join("");
}
const CORD = cord();

/** Thin level lines behind, like the lines of a ledger. */
const LEDGER = Array.from({ length: 9 }, (_, i) => 170 + i * 56)
  .map((y) => `<line x1="0" x2="1280" y1="${y}" y2="${y}" stroke="${sand}" stroke-width="2"/>`)
  .join("");

export function threads(at: number, moments: number[]): string {
  const [begin = 0, , picture2 = 4] = moments;
  const first = eased(at, 0.2, 2.4) * 0.36;
  const wide = (first + eased(at, picture2 - 1.2, 4.5) * 0.64) * 1320;
  const immigration = type(["the immigration system"], {
    x: 64,
    y: 150,
    size: 42,
    fill: ink,
    settings: "serif",
  });
  const criminal = type(["the criminal legal system"], {
    x: 64,
    y: 604,
    size: 42,
    fill: rust,
    settings: "serif",
  });
  return picture(
    paper,
    LEDGER,
    `<clipPath id="so-far"><rect width="${wide.toFixed(1)}" height="720"/></clipPath><g clip-path="url(#so-far)">${CORD}</g>`,
    arriving(eased(at, begin + 0.9, 0.8), immigration),
    arriving(eased(at, begin + 2.2, 0.8), criminal),
  );
}
