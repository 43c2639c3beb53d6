import {
  arriving,
  curve,
  dark,
  eased,
  ink,
  light,
  marigold,
  paper,
  picture,
  rust,
  sand,
  stone,
  type,
} from "./kit.ts";

/** What a viewer can do, as three things on a table: a film, a transcript, a guide. */
const bar = (x: number, y: number, width: number, fill: string, height = 13) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

const label = (text: string, x: number) =>
  type([text], { x, y: 590, size: 40, fill: ink, settings: "serif", anchor: "middle" });

function film(): string {
  const hills = curve((t) => [64 + t * 400, 350 - 34 * Math.sin(t * 4.4) - 12 * Math.sin(t * 9)]);
  return `<rect x="64" y="190" width="400" height="266" fill="${dark}"/>
<circle cx="330" cy="292" r="52" fill="${rust}"/>
<path d="${hills}V456H64Z" style="fill:#2c2721"/>
${bar(124, 388, 280, light)}${bar(164, 412, 200, light)}
<rect x="64" y="474" width="400" height="6" fill="${stone}"/><rect x="64" y="474" width="150" height="6" fill="${rust}"/>
<circle cx="214" cy="477" r="11" fill="${rust}"/>`;
}

function sheet(): string {
  const lines = [250, 232, 262, 196, 244, 254, 220, 180]
    .map((width, i) => bar(556, 222 + i * 34, width, i === 3 ? rust : stone))
    .join("");
  return `<rect x="530" y="176" width="306" height="330" fill="#fffdf8" stroke="${ink}" stroke-width="3"/>
<rect x="544" y="312" width="278" height="35" fill="${marigold}" opacity="0.55"/>${lines}`;
}

function guide(): string {
  const questions = [0, 1, 2]
    .map((i) => {
      const y = 250 + i * 92;
      return `<circle cx="962" cy="${y}" r="30" fill="${i === 1 ? marigold : i === 2 ? ink : rust}"/>
${type(["?"], { x: 962, y: y + 16, size: 44, fill: i === 1 ? ink : paper, anchor: "middle" })}
${bar(1012, y - 17, 168, stone)}${bar(1012, y + 7, 122 + i * 14, stone)}`;
    })
    .join("");
  return `<path d="M910 176H1178L1216 214V506H910Z" style="fill:#fffdf8" stroke="${ink}" stroke-width="3"/>
<path d="M1178 176V214H1216" stroke="${ink}" stroke-width="3"/>${questions}`;
}

export function threeWays(at: number, moments: number[]): string {
  const [one = 0, two = 3, three = 6] = moments;
  return picture(
    paper,
    `<rect y="506" width="1280" height="214" fill="${sand}"/><line x1="0" x2="1280" y1="506" y2="506" stroke="${ink}" stroke-width="3"/>`,
    arriving(eased(at, one - 0.4, 1), film() + label("captions", 264), 24),
    arriving(eased(at, two - 0.4, 1), sheet() + label("transcript", 683), 24),
    arriving(eased(at, three - 0.4, 1), guide() + label("discussion guide", 1062), 24),
  );
}
