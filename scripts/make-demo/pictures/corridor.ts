import { arriving, dark, eased, light, marigold, picture, shade, smoke, type } from "./kit.ts";

/** A corridor of closed doors in perspective, with light at its end. */
const EYE = { x: 892, y: 318 };
const REACH = 10;

const project = (x: number, y: number, z: number): [number, number] => [
  EYE.x + (x * 640) / z,
  EYE.y + (y * 640) / z,
];
const shape = (points: [number, number, number][], style: string) =>
  `<polygon points="${points
    .map((p) =>
      project(...p)
        .map((n) => n.toFixed(1))
        .join(","),
    )
    .join(" ")}" ${style}/>`;

function wall(side: 1 | -1, t: number): string {
  const doors: string[] = [];
  for (let k = REACH - 2; k >= 0; k--) {
    const here = eased(t, k * 0.085, 0.32);
    if (here === 0) continue;
    const near = 1 + k;
    const quad = (
      z0: number,
      z1: number,
      top: number,
      bottom: number,
    ): [number, number, number][] => [
      [side, top, near + z0],
      [side, top, near + z1],
      [side, bottom, near + z1],
      [side, bottom, near + z0],
    ];
    doors.push(`<g opacity="${here}">
${shape(quad(0.16, 0.74, -0.34, 0.56), `fill="${shade}" stroke="${light}" stroke-width="${(4.4 / (1 + k * 0.32)).toFixed(2)}"`)}
${shape(quad(0.36, 0.54, -0.2, -0.06), `fill="${smoke}" stroke="${light}" stroke-width="${(2.4 / (1 + k * 0.4)).toFixed(2)}"`)}</g>`);
  }
  return doors.join("");
}

function shell(): string {
  const edges = (
    [
      [-1, -0.56],
      [1, -0.56],
      [-1, 0.56],
      [1, 0.56],
    ] as const
  )
    .map(([x, y]) => {
      const [x1, y1] = project(x, y, 0.4);
      const [x2, y2] = project(x, y, REACH);
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${smoke}" stroke-width="3"/>`;
    })
    .join("");
  const seams = Array.from({ length: REACH - 1 }, (_, k) => {
    const [x1, y] = project(-1, 0.56, 1 + k);
    const [x2] = project(1, 0.56, 1 + k);
    return `<line x1="${x1}" x2="${x2}" y1="${y}" y2="${y}" stroke="${smoke}" stroke-width="${2 / (1 + k * 0.3)}" opacity="0.7"/>`;
  }).join("");
  return edges + seams;
}

function end(t: number): string {
  const settings = (grow: number): [number, number, number][] => [
    [-grow, -0.56 * grow, REACH],
    [grow, -0.56 * grow, REACH],
    [grow, 0.56 * grow, REACH],
    [-grow, 0.56 * grow, REACH],
  ];
  const way: [number, number, number][] = [
    [-0.55, 0.56, REACH],
    [0.55, 0.56, REACH],
    [0.34, 0.56, 1],
    [-0.34, 0.56, 1],
  ];
  return `${shape(way, `fill="${marigold}" opacity="${0.13 * t}"`)}${shape(settings(1), `fill="${marigold}" opacity="${t}"`)}`;
}

export function corridor(at: number, moments: number[]): string {
  const [asks = 0, second = 3, walk = 6] = moments;
  const words = type(["the largest", "immigration", "detention system", "in the world"], {
    x: 64,
    y: 196,
    size: 55,
    fill: light,
  });
  const veil = `<linearGradient id="veil"><stop offset="0" stop-color="${dark}"/><stop offset="0.42" stop-color="${dark}"/><stop offset="0.64" stop-color="${dark}" stop-opacity="0"/></linearGradient><rect width="1280" height="720" fill="url(#veil)"/>`;
  const t = eased(at, asks, walk + 1.5 - asks) * 1.02;
  return picture(
    dark,
    shell(),
    end(eased(at, walk, 2.2)),
    wall(-1, t),
    wall(1, t),
    veil,
    arriving(eased(at, Math.min(second, asks + 1.4) - 0.2, 0.9), words),
  );
}
