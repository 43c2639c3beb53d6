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

/** One door, opening; the light falls across the floor towards us, and a path leads in. */
export function openDoor(at: number, moments: number[]): string {
  const [asked = 0.5] = moments;
  const t = eased(at, 0, 2.8);
  const x = 880;
  const top = 120;
  const foot = 520;
  const wide = 220;
  const swing = between(6, 128, t);
  const spill = `<path d="M${x} ${foot}H${x + wide}L${x + wide + 190} 720H${between(x, x - 420, t)}Z" style="fill:${marigold}" opacity="0.22"/>`;
  const way = drawn(
    curve((s) => [between(240, x + 120, s * s * (3 - 2 * s)), between(760, foot - 6, s ** 0.7)]),
    eased(at, 0.6, 3.2),
    `stroke="${marigold}" stroke-width="6"`,
  );
  const opening = `<rect x="${x}" y="${top}" width="${wide}" height="${foot - top}" fill="${marigold}"/>
<clipPath id="in"><rect x="${x}" y="${top}" width="${wide}" height="${foot - top}"/></clipPath>
<g clip-path="url(#in)"><circle cx="${x + 128}" cy="${foot - 120}" r="96" fill="${rust}"/><path d="M${x} ${foot - 92}q110 -44 240 -8V${foot}H${x}Z" style="fill:${dark}"/></g>`;
  const leaf = `<path d="M${x + wide} ${top}L${x + wide + swing} ${top - swing * 0.3}V${foot + swing * 0.42}L${x + wide} ${foot}Z" style="fill:${shade}" stroke="${light}" stroke-width="4"/>
<circle cx="${x + wide + swing - 15}" cy="${(top + foot) / 2 + 20}" r="6" fill="${light}"/>`;
  return picture(
    dark,
    `<line x1="0" x2="1280" y1="${foot}" y2="${foot}" stroke="${smoke}" stroke-width="3"/>`,
    spill,
    opening,
    `<rect x="${x}" y="${top}" width="${wide}" height="${foot - top}" fill="none" stroke="${light}" stroke-width="4"/>`,
    leaf,
    way,
    arriving(
      eased(at, asked - 0.3, 0.9),
      type(["What would", "you ask first?"], { x: 64, y: 268, size: 84, fill: light }),
    ),
  );
}
