/** Parses REGION blocks (WebVTT §6.2, “collect WebVTT region settings”). */
import { newRegion, type Region } from "../cue.ts";
import { parsePercentage, parseSettings, type ReportProblem } from "./settings.ts";

/** Parses the lines of a REGION block below its first. An invalid setting keeps its default value. */
export function parseRegion(text: string, report: ReportProblem): Region {
  const region = newRegion();
  for (const [name, value] of parseSettings(text, report)) {
    if (name === "id") region.id = value;
    else if (name === "width") {
      const width = parsePercentage(value);
      if (width === undefined) report(`width:${value} is invalid: write width:0% to width:100%.`);
      else region.width = width;
    } else if (name === "lines") {
      if (/^[0-9]+$/.test(value)) region.lines = Math.min(Number(value), Number.MAX_VALUE);
      else report(`lines:${value} is invalid: write a whole number, such as lines:3.`);
    } else if (name === "regionanchor" || name === "viewportanchor") {
      const anchor = parseAnchor(value);
      if (anchor === undefined) {
        report(`${name}:${value} is invalid: write two percentages, such as ${name}:0%,100%.`);
      } else if (name === "regionanchor") {
        [region.regionAnchorX, region.regionAnchorY] = anchor;
      } else {
        [region.viewportAnchorX, region.viewportAnchorY] = anchor;
      }
    } else if (name === "scroll") {
      if (value === "up") region.scroll = "up";
      else report(`scroll:${value} is invalid: write scroll:up, or remove the setting.`);
    } else {
      report(
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
