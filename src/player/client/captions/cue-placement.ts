/** The settings of a cue that say where it is drawn, as in `VTTCue`; not every browser has all of them. */
export interface PlacedCue {
  readonly vertical?: string;
  readonly snapToLines: boolean;
  readonly line: number | "auto";
  readonly lineAlign?: string;
  readonly position: number | "auto";
  readonly positionAlign?: string;
  readonly align: string;
  readonly region?: { readonly viewportAnchorY: number } | null;
}

/** Where a cue is drawn. */
export interface CuePlacement {
  /** Whether its distance is that from the picture's upper edge; otherwise from the lower edge. */
  readonly isAtTop: boolean;
  readonly distance: number;
  /** The unit of the distance: lines of captions, or percent of the picture's height. */
  readonly unit: "lines" | "percent";
  /** The space on the left of the text, a value of CSS `flex`: it shrinks where the text needs it. */
  readonly left: string;
  readonly right: string;
  /** Whether the text's box is as wide as the picture, since its alignment depends on its direction. */
  readonly isWide: boolean;
}

const none = "0 0 0%";
const rest = "1 1 0%";
const percent = (value: number) => `0 1 ${value}%`;

/**
 * Places a cue by its settings (WebVTT §3.1 and §7.2), with its box flexible: text never leaves the picture,
 * however large it is. Vertical text is drawn as horizontal text at the default place.
 */
export function placeCue(cue: PlacedCue): CuePlacement {
  return { ...placeVertically(cue), ...placeHorizontally(cue) };
}

function placeVertically({ vertical, snapToLines, line, lineAlign, region }: PlacedCue) {
  const at = (isAtTop: boolean, distance: number, unit: CuePlacement["unit"]) => ({
    isAtTop,
    distance,
    unit,
  });
  if (region) return at(true, region.viewportAnchorY, "percent");
  if (line === "auto" || vertical) return at(false, 0, "lines");
  if (snapToLines) return at(line >= 0, line < 0 ? -1 - line : line, "lines");
  if (lineAlign === "end") return at(false, 100 - line, "percent");
  // Half of a cue of two lines, each about 5 % of the height.
  return at(true, lineAlign === "center" ? Math.max(0, line - 5) : line, "percent");
}

function placeHorizontally({ vertical, position, positionAlign, align }: PlacedCue) {
  const isStart = align === "start" || align === "left";
  const isEnd = align === "end" || align === "right";
  if (vertical || (position === "auto" && (align === "start" || align === "end"))) {
    return { left: none, right: none, isWide: true };
  }
  const at = position === "auto" ? (isStart ? 0 : isEnd ? 100 : 50) : position;
  const isAlignedLeft = positionAlign === "line-left" || (isStart && !isAligned(positionAlign));
  const isAlignedRight = positionAlign === "line-right" || (isEnd && !isAligned(positionAlign));
  if (isAlignedLeft) return { left: percent(at), right: rest, isWide: false };
  if (isAlignedRight) return { left: rest, right: percent(100 - at), isWide: false };
  return { left: `${at} 1 0%`, right: `${100 - at} 1 0%`, isWide: false };
}

function isAligned(positionAlign: string | undefined): boolean {
  return positionAlign !== undefined && positionAlign !== "auto";
}
