/** Where the regions of TTML stand in the picture, as the settings of a WebVTT cue. */
import type { Cue } from "../cue.ts";
import type { TtmlStyle } from "./styles.ts";

export type CueLayout = Partial<
  Pick<
    Cue,
    | "line"
    | "lineAlign"
    | "snapToLines"
    | "position"
    | "positionAlign"
    | "size"
    | "align"
    | "vertical"
  >
>;

/** The picture that lengths refer to: in pixels where the document says, and in cells. */
export interface PictureSize {
  width: number | undefined;
  height: number | undefined;
  columns: number;
  rows: number;
}

/** The picture that the attributes of a document's `tt` describe. */
export function parsePictureSize(attributes: ReadonlyMap<string, string>): PictureSize {
  const extent = /^\s*([0-9.]+)px\s+([0-9.]+)px\s*$/.exec(attributes.get("extent") ?? "");
  const cells = /^\s*([0-9]+)\s+([0-9]+)\s*$/.exec(attributes.get("cellResolution") ?? "");
  return {
    width: Number(extent?.[1]) || undefined,
    height: Number(extent?.[2]) || undefined,
    columns: Number(cells?.[1]) || 32,
    rows: Number(cells?.[2]) || 15,
  };
}

/**
 * The place of text in a region. Below in the middle, where most captions are, is left to the
 * player: it keeps them clear of its buttons. Undefined where the region's lengths can't be read.
 */
export function layoutOfRegion(region: TtmlStyle, picture: PictureSize): CueLayout | undefined {
  const origin = region.origin === undefined ? [0, 0] : percentages(region.origin, picture);
  const isWhole = region.extent === undefined || region.extent === "auto";
  const extent = isWhole ? [100, 100] : percentages(region.extent ?? "", picture);
  if (origin === undefined || extent === undefined) return undefined;
  const [x = 0, y = 0] = origin;
  const [width = 100, height = 100] = extent;
  const vertical = verticalOf(region.writingMode);
  if (vertical !== undefined) return { vertical };
  return { ...rowOf(y, height, region.displayAlign ?? "before"), ...columnOf(x, width, region) };
}

/** How text lies between left and right without a region. */
export function alignmentOf({ textAlign }: TtmlStyle): Cue["align"] | undefined {
  if (textAlign === "left" || textAlign === "right") return textAlign;
  if (textAlign === "start" || textAlign === "end") return textAlign;
  return undefined;
}

function rowOf(y: number, height: number, displayAlign: string): CueLayout {
  if (displayAlign === "after") {
    return y + height >= 75
      ? {}
      : { line: round(y + height), lineAlign: "end", snapToLines: false };
  }
  if (displayAlign === "center") {
    const middle = y + height / 2;
    return middle >= 67 ? {} : { line: round(middle), lineAlign: "center", snapToLines: false };
  }
  return y >= 60 ? {} : { line: round(y), lineAlign: "start", snapToLines: false };
}

function columnOf(x: number, width: number, region: TtmlStyle): CueLayout {
  const align = alignmentOf(region);
  const size = round(width);
  if (align === "left" || align === "start") {
    return x < 1 && width > 99
      ? { align }
      : { align, size, position: round(x), positionAlign: "line-left" };
  }
  if (align === "right" || align === "end") {
    const right = round(x + width);
    return right > 99 && width > 99
      ? { align }
      : { align, size, position: right, positionAlign: "line-right" };
  }
  const middle = x + width / 2;
  if (Math.abs(middle - 50) < 3) return {};
  return { size, position: round(middle), positionAlign: "center" };
}

function verticalOf(writingMode: string | undefined): "rl" | "lr" | undefined {
  if (writingMode === "tbrl" || writingMode === "tb") return "rl";
  return writingMode === "tblr" ? "lr" : undefined;
}

/** Reads `10% 80%`, `128px 576px`, `4c 12c` or `10rw 80rh` as percentages of the picture. */
function percentages(text: string, picture: PictureSize): [number, number] | undefined {
  const found = /^\s*([0-9]+(?:\.[0-9]+)?)(%|px|c|rw)\s+([0-9]+(?:\.[0-9]+)?)(%|px|c|rh)\s*$/.exec(
    text,
  );
  if (found === null) return undefined;
  const x = percentage(Number(found[1]), found[2], picture.width, picture.columns);
  const y = percentage(Number(found[3]), found[4], picture.height, picture.rows);
  return x === undefined || y === undefined || x > 100 || y > 100 ? undefined : [x, y];
}

function percentage(
  value: number,
  unit: string | undefined,
  pixels: number | undefined,
  cells: number,
): number | undefined {
  if (unit === "c") return (value / cells) * 100;
  if (unit === "px") return pixels === undefined ? undefined : (value / pixels) * 100;
  return value;
}

/** To the hundredth, within the picture: encoders write 10.000001. */
function round(value: number): number {
  return Math.min(100, Math.round(value * 100) / 100);
}
