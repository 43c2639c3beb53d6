const advice = "write a date as 2026-11-01, or with a time as 2026-11-01T09:00:00-07:00";

/** Says what is wrong with a date and what to write; undefined if it isn't clear what is meant. */
export function explainDate(text: string): string | undefined {
  const quoted = `“${text.slice(0, 40)}”`;
  const [, year = "", month = "", day = "", time] =
    /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ]+(\S.*))?$/i.exec(text.trim()) ?? [];
  if (year === "") return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isDay(Number(year), Number(month), Number(day))) {
    return `${quoted}: this day doesn't exist: ${advice}`;
  }
  if (time === undefined) return `${quoted} isn't a date: write ${date}`;
  const [, hours, minutes = "00", seconds = "00", zone] =
    /^(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?(?:[.,]\d+)?\s*(Z$|[+-]\d{2}:?\d{2}$)?/i.exec(time) ??
    [];
  if (hours === undefined) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return `${quoted}: this time doesn't exist: hours are 00 to 23, minutes and seconds 00 to 59`;
  }
  const clock = `${hours.padStart(2, "0")}:${minutes}:${seconds}`;
  if (zone !== undefined) {
    const offset = zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
    const [, offsetHours = "0", offsetMinutes = "0"] = /^[+-](\d{2}):(\d{2})$/.exec(offset) ?? [];
    return Number(offsetHours) > 23 || Number(offsetMinutes) > 59
      ? `${quoted}: this time zone doesn't exist: write for example Z or -07:00`
      : `${quoted} isn't a date with a time: write ${date}T${clock}${offset}`;
  }
  return `${quoted} isn't a date with a time: write it with its time zone, ${date}T${clock}Z for UTC or ${date}T${clock}-07:00`;
}

/** Whether a day exists in the calendar. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
