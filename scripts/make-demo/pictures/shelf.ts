import {
  arriving,
  eased,
  ink,
  light,
  marigold,
  paper,
  picture,
  rust,
  sand,
  shade,
  stone,
  type,
} from "./kit.ts";

/** A library's shelf: spines of many kinds, and one film that comes forward. */
type Spine = { width: number; height: number; fill: string; band: string };
const SPINES: Spine[] = [
  { width: 46, height: 268, fill: ink, band: marigold },
  { width: 34, height: 232, fill: stone, band: ink },
  { width: 58, height: 288, fill: rust, band: light },
  { width: 40, height: 246, fill: shade, band: stone },
  { width: 30, height: 276, fill: marigold, band: ink },
  { width: 62, height: 252, fill: "#6b5b45", band: light },
  { width: 96, height: 300, fill: marigold, band: ink },
  { width: 38, height: 262, fill: ink, band: rust },
  { width: 52, height: 238, fill: rust, band: marigold },
  { width: 32, height: 284, fill: stone, band: rust },
  { width: 48, height: 258, fill: shade, band: marigold },
  { width: 36, height: 222, fill: "#6b5b45", band: light },
];
const FILM = 6;
const BOARD = 606;

function spines(pulled: number, hasPlaySign: boolean): string {
  let x = 588;
  return SPINES.map(({ width, height, fill, band }, i) => {
    const left = x;
    x += width + 5;
    const y = BOARD - height - (i === FILM ? 64 * pulled : 0);
    const body = `<rect x="${left}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
    const bands = `<rect x="${left}" y="${y + 30}" width="${width}" height="6" fill="${band}"/><rect x="${left}" y="${y + height - 40}" width="${width}" height="6" fill="${band}"/>`;
    if (i !== FILM || !hasPlaySign) return body + bands;
    const middle = y + height / 2;
    const play = `<circle cx="${left + width / 2}" cy="${middle}" r="34" fill="${ink}"/><path d="M${left + width / 2 - 10} ${middle - 17}l28 17l-28 17z" style="fill:${marigold}"/>`;
    return body + bands + play;
  }).join("");
}

const shelf = (pulled: number, hasPlaySign = true) =>
  `<circle cx="874" cy="330" r="272" fill="${sand}"/>${spines(pulled, hasPlaySign)}
<rect x="540" y="${BOARD}" width="1280" height="20" fill="${ink}"/><rect y="${BOARD + 20}" width="1820" height="94" fill="${paper}"/>`;

const words = (lines: string[]) => type(lines, { x: 64, y: 230, size: 72, fill: ink });

export function shelfTitle(at: number, moments: number[]): string {
  const naming = moments.at(-1) ?? 0;
  const title = words(["How to use", "this library"]);
  return picture(
    paper,
    shelf(eased(at, naming - 0.2, 1.6)),
    arriving(eased(at, naming, 0.9), title),
  );
}

export const shelfEnd = (at: number, moments: number[]) =>
  picture(
    paper,
    shelf(1 - eased(at, 0.4, 1.8)),
    arriving(eased(at, (moments[0] ?? 0) - 0.2, 0.9), words(["Take", "your time."])),
  );

/**
 * Without the title, which pages show in the reader's language. The player's large button stands in the middle: the
 * film has no play sign of its own, and its spine, of the same color, stands beside the button.
 */
export const shelfPoster = () =>
  picture(paper, `<g transform="translate(-130)">${shelf(1, false)}</g>`);
