import {
  arriving,
  dark,
  eased,
  ink,
  light,
  marigold,
  picture,
  rust,
  shade,
  smoke,
  stone,
  type,
} from "./kit.ts";

/** A sentence leaves its page as a slip of paper that carries where it came from. */
const row = (x: number, y: number, width: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="15" fill="${fill}"/>`;

function page(taken: number): string {
  const rows = [250, 276, 232, 262, 270, 214, 246]
    .map((width, i) =>
      row(98, 176 + i * 56, width, i === 2 || i === 3 ? (taken > 0.4 ? marigold : stone) : smoke),
    )
    .join("");
  return `<rect x="64" y="120" width="352" height="470" fill="${shade}" stroke="${stone}" stroke-width="3"/>${rows}`;
}

function slip(out: number): string {
  const shift = (1 - out) * -300;
  const marks = type(["“"], { x: 560, y: 322, size: 200, fill: rust });
  const words = row(690, 206, 440, ink) + row(690, 246, 470, ink) + row(690, 286, 300, ink);
  return `<g opacity="${out}" transform="translate(${shift} 0)"><path d="M530 140H1216V560H530Z" style="fill:${light}"/>${marks}${words}</g>`;
}

const citation = () =>
  `<line x1="570" x2="1176" y1="352" y2="352" stroke="${stone}" stroke-width="3"/>
${type(["its citation"], { x: 570, y: 420, size: 42, fill: ink, settings: "serif" })}`;

const link = () =>
  `<g transform="translate(570 464)" stroke="${rust}" stroke-width="8" fill="none"><rect x="4" y="14" width="58" height="32" rx="16"/><rect x="46" y="14" width="58" height="32" rx="16"/></g>
${type(["a link to the moment"], { x: 700, y: 510, size: 42, fill: rust, settings: "serif" })}`;

export function quotation(at: number, moments: number[]): string {
  const [, select = 2, cites = 5, links = 7] = moments;
  return picture(
    dark,
    page(eased(at, select, 0.8)),
    slip(eased(at, select + 0.8, 1.2)),
    arriving(eased(at, cites + 0.5, 0.8), citation()),
    arriving(eased(at, links, 0.8), link()),
  );
}
