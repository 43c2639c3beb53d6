/** A point or a range of a film, in seconds from its start (W3C Media Fragments 1.0, §4.2.1). */
export interface Moment {
  readonly start: number;
  /** Where to stop, in seconds; absent for a point. */
  readonly end?: number;
}

/**
 * Parses a moment in any of these forms: `65`, `1:05`, `1:02:05`, `1m5s`, or a range `65,80`.
 * Arabic and Persian digits, as their keyboards type them, are digits too.
 * @returns undefined if the text isn't a moment, or if the range ends before it starts
 */
export function parseMoment(text: string): Moment | undefined {
  const parts = toLatinDigits(text).trim().split(",");
  if (parts.length > 2) return undefined;
  const start = parts[0] === "" && parts.length === 2 ? 0 : parseSeconds(parts[0] ?? "");
  if (start === undefined) return undefined;
  if (parts.length === 1) return { start };
  const end = parseSeconds(parts[1] ?? "");
  return end === undefined || end <= start ? undefined : { start, end };
}

/** `٦٥٫٥` and `۶۵٫۵` → `65.5`; the comma of a range too. */
function toLatinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll("\u066b", ".")
    .replaceAll("\u060c", ",");
}

function parseSeconds(text: string): number | undefined {
  const value = text.trim();
  if (/^\d{1,7}(\.\d{1,3})?$/.test(value)) return Number(value);
  const clock = /^(?:(\d{1,3}):)?(\d{1,4}):([0-5]?\d(?:\.\d{1,3})?)$/.exec(value);
  if (clock !== null) return toSeconds(clock[1], clock[2], clock[3]);
  const units = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,7}(?:\.\d{1,3})?)s)?$/.exec(value);
  if (units !== null && value !== "") return toSeconds(units[1], units[2], units[3]);
  return undefined;
}

function toSeconds(hours = "0", minutes = "0", seconds = "0"): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Formats a moment as a clock: 65.4 → `1:05`, 3725 → `1:02:05`. @param seconds */
export function formatMoment(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/**
 * Formats a moment for an address, to a tenth of a second, so that a link starts at its sentence:
 * 65.04 → `65`, 65.37 → `65.3`. Rounded down, so that the first word isn't cut.
 * @param seconds
 */
export function momentParameter(seconds: number): string {
  return String(Math.floor(Math.max(0, seconds) * 10) / 10);
}
