/** REGION blocks (WebVTT §6.2, “collect WebVTT region settings”). */
import { newRegion, type Region } from "../cue.ts";
import { parsePercentage, parseSettings, type ReportProblem } from "./settings.ts";

/** Reads the lines of a REGION block under its first. What is wrong keeps its default. */
export function parseRegion(text: string, complain: ReportProblem): Region {
  const region = newRegion();
  for (const [name, value] of parseSettings(text, complain)) {
    if (name === "id") region.id = value;
    else if (name === "width") {
      const width = parsePercentage(value);
      if (width === undefined) complain(`width:${value} is unknown: write width:0% to width:100%.`);
      else region.width = width;
    } else if (name === "lines") {
      if (/^[0-9]+$/.test(value)) region.lines = Math.min(Number(value), Number.MAX_VALUE);
      else complain(`lines:${value} is unknown: write a whole number, such as lines:3.`);
    } else if (name === "regionanchor" || name === "viewportanchor") {
      const anchor = parseAnchor(value);
      if (anchor === undefined) {
        complain(`${name}:${value} is unknown: write two percentages, such as ${name}:0%,100%.`);
      } else if (name === "regionanchor") {
        [region.regionAnchorX, region.regionAnchorY] = anchor;
      } else {
        [region.viewportAnchorX, region.viewportAnchorY] = anchor;
      }
    } else if (name === "scroll") {
      if (value === "up") region.scroll = "up";
      else complain(`scroll:${value} is unknown: write scroll:up, or leave it out.`);
    } else {
      complain(
        `The region setting “${name}” is unknown: WebVTT has id, width, lines, regionanchor, ` +
          "viewportanchor, scroll.",
      );
    }
  }
  return region;
}

function parseAnchor(value: string): [x: number, y: number] | undefined {
  const comma = value.indexOf(",");
  if (comma < 0) return undefined;
  const x = parsePercentage(value.slice(0, comma));
  const y = parsePercentage(value.slice(comma + 1));
  return x === undefined || y === undefined ? undefined : [x, y];
}
