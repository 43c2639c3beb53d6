import { curve, dark, eased, light, marigold, picture, rust, shade, smoke, type } from "./kit.ts";

/** A screen in a dark room; its caption changes language. */
const CAPTIONS = ["These are captions.", "Estos son subtítulos.", "Đây là phụ đề."];

function scenery(): string {
  const far = curve((t) => [
    240 + t * 800,
    330 - 46 * Math.sin(t * 5 + 0.4) - 14 * Math.sin(t * 13),
  ]);
  const near = curve((t) => [240 + t * 800, 402 - 30 * Math.sin(t * 3.1 + 2)]);
  return `<rect x="240" y="110" width="800" height="450" fill="#2b2019"/>
<circle cx="760" cy="300" r="104" fill="${rust}"/>
<path d="${far}V560H240Z" style="fill:#3d2a1d"/><path d="${near}V560H240Z" style="fill:${dark}"/>`;
}

export function screen(at: number, moments: number[]): string {
  const [first = 0, choose = 3] = moments;
  const starts = [first + 0.2, choose + 0.9, choose + 2.4];
  const shown = CAPTIONS.map((words, i) => {
    const come = eased(at, starts[i] ?? 0, 0.4);
    const go = i < 2 ? eased(at, (starts[i + 1] ?? 0) - 0.1, 0.3) : 0;
    const seen = Math.round(come * (1 - go) * 400) / 400;
    const width = words.length * 21 + 60;
    return seen === 0
      ? ""
      : `<g opacity="${seen}"><rect x="${640 - width / 2}" y="466" width="${width}" height="66" fill="#000" opacity="0.8"/>${type([words], { x: 640, y: 512, size: 40, fill: light, settings: "sans", anchor: "middle" })}</g>`;
  }).join("");
  const played = Math.min(700, 120 + at * 9);
  const controls = `<rect x="240" y="584" width="800" height="8" fill="${smoke}"/><rect x="240" y="584" width="${played.toFixed(0)}" height="8" fill="${marigold}"/>`;
  const frame = `<rect x="228" y="98" width="824" height="516" rx="6" fill="${shade}" stroke="${light}" stroke-width="3"/>`;
  return picture(dark, frame, scenery(), controls, shown);
}
