/** Converts the areas of TTML regions to WebVTT cue settings. */
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

/** The size of the video area that lengths refer to: in pixels, if the document specifies it, and in cells. */
export interface PictureSize {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly columns: number;
  readonly rows: number;
}

/** Parses the size from the attributes of a document's `tt` element. */
export function parsePictureSize(attributes: ReadonlyMap<string, string>): PictureSize {
  const extent = /^\s*([0-9.]+)px\s+([0-9.]+)px\s*$/.exec(attributes.get("extent") ?? "");
  const cells = /^\s*([0-9]+)\s+([0-9]+)\s*$/.exec(attributes.get("cellResolution") ?? "");
  return {
    width: Number(extent?.[1]) || undefined,
    height: Number(extent?.[2]) || undefined,
    // The initial value of ttp:cellResolution is “32 15”.
    columns: Number(cells?.[1]) || 32,
    rows: Number(cells?.[2]) || 15,
  };
}

/**
 * Converts the area of a region to cue settings. An area near bottom center gets none, because the player then
 * keeps the captions clear of its controls.
 * @returns undefined if the region's lengths can't be converted
 */
export function layoutOfRegion(region: TtmlStyle, picture: PictureSize): CueLayout | undefined {
  const origin = region.origin === undefined ? [0, 0] : parseLengths(region.origin, picture);
  const hasFullExtent = region.extent === undefined || region.extent === "auto";
  const extent = hasFullExtent ? [100, 100] : parseLengths(region.extent ?? "", picture);
  if (origin === undefined || extent === undefined) return undefined;
  const [x = 0, y = 0] = origin;
  const [width = 100, height = 100] = extent;
  const vertical = verticalSetting(region.writingMode);
  if (vertical !== undefined) return { vertical };
  const lineSettings = toLineSettings(y, height, region.displayAlign ?? "before");
  return { ...lineSettings, ...toPositionSettings(x, width, region) };
}

/** The text alignment of a style as a cue setting; undefined for the default, center. */
export function alignmentOf({ textAlign }: TtmlStyle): Cue["align"] | undefined {
  if (textAlign === "left" || textAlign === "right") return textAlign;
  if (textAlign === "start" || textAlign === "end") return textAlign;
  return undefined;
}

function toLineSettings(y: number, height: number, displayAlign: string): CueLayout {
  if (displayAlign === "after") {
    return y + height >= 75
      ? {}
      : { line: roundPercentage(y + height), lineAlign: "end", snapToLines: false };
  }
  if (displayAlign === "center") {
    const middle = y + height / 2;
    return middle >= 67
      ? {}
      : { line: roundPercentage(middle), lineAlign: "center", snapToLines: false };
  }
  return y >= 60 ? {} : { line: roundPercentage(y), lineAlign: "start", snapToLines: false };
}

function toPositionSettings(x: number, width: number, region: TtmlStyle): CueLayout {
  const align = alignmentOf(region);
  const size = roundPercentage(width);
  if (align === "left" || align === "start") {
    return x < 1 && width > 99
      ? { align }
      : { align, size, position: roundPercentage(x), positionAlign: "line-left" };
  }
  if (align === "right" || align === "end") {
    const right = roundPercentage(x + width);
    return right > 99 && width > 99
      ? { align }
      : { align, size, position: right, positionAlign: "line-right" };
  }
  const middle = x + width / 2;
  if (Math.abs(middle - 50) < 3) return {};
  return { size, position: roundPercentage(middle), positionAlign: "center" };
}

function verticalSetting(writingMode: string | undefined): "rl" | "lr" | undefined {
  if (writingMode === "tbrl" || writingMode === "tb") return "rl";
  return writingMode === "tblr" ? "lr" : undefined;
}

/** Parses `10% 80%`, `128px 576px`, `4c 12c` or `10rw 80rh` to percentages of the picture. */
function parseLengths(text: string, picture: PictureSize): [x: number, y: number] | undefined {
  const lengths =
    /^\s*([0-9]+(?:\.[0-9]+)?)(%|px|c|rw)\s+([0-9]+(?:\.[0-9]+)?)(%|px|c|rh)\s*$/.exec(text);
  if (lengths === null) return undefined;
  const x = toPercentage(Number(lengths[1]), lengths[2], picture.width, picture.columns);
  const y = toPercentage(Number(lengths[3]), lengths[4], picture.height, picture.rows);
  return x === undefined || y === undefined || x > 100 || y > 100 ? undefined : [x, y];
}

function toPercentage(
  value: number,
  unit: string | undefined,
  pixels: number | undefined,
  cells: number,
): number | undefined {
  if (unit === "c") return (value / cells) * 100;
  if (unit === "px") return pixels === undefined ? undefined : (value / pixels) * 100;
  return value;
}

/** Rounds to two decimals, because encoders write 10.000001, and limits to 100. */
function roundPercentage(value: number): number {
  return Math.min(100, Math.round(value * 100) / 100);
}
