import {
  arriving,
  between,
  curve,
  dark,
  drawn,
  eased,
  light,
  marigold,
  picture,
  rust,
  shade,
  smoke,
  type,
} from "./kit.ts";

/** Paths cross a plain to a row of doors before a low sun; one door stands open. */
const GROUND = 470;
const DOORS = [628, 732, 836, 940, 1044, 1148];
const OPEN = 3;
const WIDE = 68;
const TALL = 206;

function sun(t: number): string {
  const up = between(90, 0, t);
  return `<clipPath id="sky"><rect width="1280" height="${GROUND}"/></clipPath>
<g clip-path="url(#sky)"><circle cx="925" cy="${GROUND - 60 + up}" r="270" fill="${rust}"/></g>`;
}

function door(x: number, open: boolean, glow: number): string {
  const top = GROUND - TALL;
  const frame = `<rect x="${x}" y="${top}" width="${WIDE}" height="${TALL}" fill="${dark}" stroke="${light}" stroke-width="3"/>`;
  const panels = [0, 1]
    .map(
      (i) =>
        `<rect x="${x + 12}" y="${top + 14 + i * 98}" width="${WIDE - 24}" height="${i ? 80 : 84}" fill="none" stroke="${smoke}" stroke-width="2.5"/>`,
    )
    .join("");
  if (!open)
    return `${frame}${panels}<circle cx="${x + WIDE - 9}" cy="${GROUND - 100}" r="3.5" fill="${light}"/>`;
  const leaf = between(0, 34, glow);
  const inside = `<rect x="${x}" y="${top}" width="${WIDE}" height="${TALL}" fill="${marigold}" opacity="${glow}"/>`;
  const swung = `<path d="M${x} ${top}L${x + WIDE - leaf} ${top + leaf * 0.42}V${GROUND + leaf * 0.5}L${x} ${GROUND}Z" style="fill:${shade}" stroke="${light}" stroke-width="3"/>`;
  return `${frame}${inside}${swung}`;
}

function floor(glow: number): string {
  const x = DOORS[OPEN] ?? 0;
  const beam = `<path d="M${x + 34} ${GROUND + 2}H${x + WIDE}L${x + 150} 720H${x - 60}Z" style="fill:${marigold}" opacity="${0.2 * glow}"/>`;
  return `<line x1="0" x2="1600" y1="${GROUND}" y2="${GROUND}" stroke="${smoke}" stroke-width="3"/>${beam}`;
}

/** Many ways over the plain; the one to the open door is lit. */
function paths(t: number): string {
  return DOORS.flatMap((x, i) =>
    [-1, 0, 1].map((side) => {
      const end = x + WIDE / 2 + side * 15;
      const from = -120 + i * 165 + side * 46;
      const d = curve((s) => {
        const ease = s * s * (3 - 2 * s);
        const sway = Math.sin(s * 7 + i * 1.7 + side) * 26 * (1 - s) * s * 3;
        return [between(from, end, ease) + sway, between(760, GROUND + 3, s ** 0.62)];
      });
      const lit = i === OPEN && side === 0;
      return drawn(
        d,
        t,
        `stroke="${lit ? marigold : light}" stroke-width="${lit ? 5 : 2.5}" opacity="${lit ? 1 : 0.42}"`,
      );
    }),
  ).join("");
}

const scene = (t: number, glow: number) =>
  `${sun(t)}${floor(glow)}${paths(t)}${DOORS.map((x, i) => door(x, i === OPEN, glow)).join("")}`;

export function doorsTitle(at: number, moments: number[]): string {
  const [, , , naming = 0] = moments;
  const name = type(["Criminalizing", "Migration"], { x: 64, y: 232, size: 82, fill: light });
  return picture(
    dark,
    scene(eased(at, 0.2, 3.6), eased(at, 3, 1.6)),
    arriving(eased(at, naming - 0.3, 1), name),
  );
}

/** Without the title, which pages show in the reader's language; the doors stand in the middle instead. */
export const doorsPoster = () => picture(dark, `<g transform="translate(-285)">${scene(1, 1)}</g>`);
