/** The site's palette. */
export const paper = "#faf7f0";
export const ink = "#1d1b18";
export const rust = "#9a3412";
export const dark = "#171512";
export const light = "#f0ece2";
export const marigold = "#e8a33d";
/** Between paper and ink, and between dark and light. */
export const sand = "#e4dccb";
export const stone = "#b9ae99";
export const shade = "#26221d";
export const smoke = "#4a433a";

const SERIF = "'Noto Serif Display', 'Noto Serif', 'Liberation Serif', serif";
const TEXT = "'Noto Serif', 'Liberation Serif', serif";
const SANS = "'Noto Sans', 'Liberation Sans', sans-serif";

/** The page pictures are drawn on. */
export const page = () => `<!doctype html><meta charset="utf-8">
<style>
  html, body { margin: 0; background: ${dark} }
  svg { display: block; width: 100vw; height: 100vh }
  .title { font-family: ${SERIF}; font-weight: 600; letter-spacing: -0.01em }
  .serif { font-family: ${TEXT}; font-weight: 500 }
  .sans { font-family: ${SANS}; font-weight: 500 }
  .mark { font-family: ${SANS}; font-weight: 600; font-size: 25px; letter-spacing: 0.09em }
  path, line, polyline { fill: none }
</style>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720"></svg>`;

/** A whole picture: its ground, what is on it, and the mark every picture bears. */
export function picture(ground: string, ...parts: string[]): string {
  const colour = ground === paper ? rust : marigold;
  return `<rect width="1280" height="720" fill="${ground}"/>${parts.join("")}
<g><rect x="64" y="47" width="15" height="15" fill="${colour}"/>
<text class="mark" x="94" y="64" fill="${ground === paper ? ink : light}">DEMONSTRATION</text></g>`;
}

/** Lines of large type from a baseline down. */
export function type(
  lines: string[],
  { x, y, size, fill, settings = "title", anchor = "start", leading = 1.14 }: Type,
): string {
  const spans = lines.map(
    (line, i) => `<tspan x="${x}" y="${y + i * size * leading}">${line}</tspan>`,
  );
  return `<text class="${settings}" font-size="${size}" fill="${fill}" text-anchor="${anchor}">${spans.join("")}</text>`;
}
type Type = {
  x: number;
  y: number;
  size: number;
  fill: string;
  settings?: "title" | "serif" | "sans";
  anchor?: "start" | "middle" | "end";
  leading?: number;
};

/** How far something has come, from 0 to 1, that begins at `from` and takes `over` seconds. It is
 * rounded, so that pictures that look the same are the same. */
export function eased(at: number, from: number, over: number): number {
  const t = Math.max(0, Math.min(1, (at - from) / over));
  return Math.round(t * t * (3 - 2 * t) * 400) / 400;
}

export const between = (a: number, b: number, t: number) => a + (b - a) * t;

/** Something that fades in, rising a little. */
export const arriving = (t: number, inside: string, rise = 14) =>
  t === 0 ? "" : `<g opacity="${t}" transform="translate(0 ${(1 - t) * rise})">${inside}</g>`;

/** A smooth path through points sampled from a function of 0..1. */
export function curve(point: (t: number) => [number, number], steps = 60): string {
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const [x, y] = point(i / steps);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}

/** A line that draws itself. */
export const drawn = (d: string, t: number, style: string) =>
  t === 0 ? "" : `<path d="${d}" pathLength="100" stroke-dasharray="${t * 100} 200" ${style}/>`;
