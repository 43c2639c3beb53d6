/** A measured figure beside its budget and its floor, and how figures are written down. */

export type Unit =
  | "B"
  | "MB"
  | "ms"
  | "s"
  | "rows"
  | "round trips"
  | "requests"
  | "requests/s"
  | "works/s"
  | "sites"
  | "entries"
  | "×";

export interface Figure {
  readonly what: string;
  /** The median, if it was measured more than once. */
  readonly value: number;
  readonly unit: Unit;
  /** The smallest and the largest of the interleaved runs. */
  readonly spread?: readonly [least: number, most: number];
  /** The least that a Worker can do for the same answer, measured in the same run, in the same unit. */
  readonly floor?: number | undefined;
  /** The budget; DESIGN 12 has most of them. */
  readonly atMost?: number | undefined;
  readonly atLeast?: number | undefined;
  /** Whether it is the same on every machine. Only a counted figure that breaks its budget makes the bench fail. */
  readonly isCounted: boolean;
}

export interface PartResult {
  readonly part: string;
  readonly figures: readonly Figure[];
  /** What a reader should know of the measurement, a line each. */
  readonly notes: readonly string[];
}

/** Whether a figure keeps its budget; true without one. */
export function keepsBudget({ value, atMost, atLeast }: Figure): boolean {
  return value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? 0);
}

/** The median of some numbers, and the smallest and the largest. */
export function medianOf(numbers: readonly number[]): {
  value: number;
  spread: readonly [number, number];
} {
  const sorted = numbers.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { value: at(Math.floor(sorted.length / 2)), spread: [at(0), at(sorted.length - 1)] };
}

/** The number that 95 % of some numbers don't exceed, and the smallest and the largest. */
export function percentile95Of(numbers: readonly number[]): {
  value: number;
  spread: readonly [number, number];
} {
  const sorted = numbers.toSorted((one, other) => one - other);
  const value = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  return { ...medianOf(numbers), value };
}

/** The results as Markdown, a table a part. */
export function formatResults(results: readonly PartResult[]): string {
  const sections = results.map(({ part, figures, notes }) => {
    const header = ["what", "measured", "spread", "floor", "budget", ""];
    const rows = figures.map((figure) => {
      const { what, value, unit, spread, floor } = figure;
      return [
        what,
        formatValue(value, unit),
        spread === undefined ? "" : `${formatNumber(spread[0])}–${formatNumber(spread[1])}`,
        floor === undefined ? "" : formatValue(floor, unit),
        formatBudget(figure),
        verdictOf(figure),
      ];
    });
    return [
      `## ${part}`,
      "",
      ...formatTable([header, ...rows]),
      ...notes.flatMap((note) => ["", note]),
    ].join("\n");
  });
  return `${sections.join("\n\n")}\n`;
}

function formatBudget({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `≤ ${formatValue(atMost, unit)}`;
  return atLeast === undefined ? "" : `≥ ${formatValue(atLeast, unit)}`;
}

function verdictOf(figure: Figure): string {
  if (figure.atMost === undefined && figure.atLeast === undefined) return "";
  if (keepsBudget(figure)) return "✓";
  return figure.isCounted ? "over" : "over (timed)";
}

function formatValue(value: number, unit: Unit): string {
  return `${formatNumber(value)} ${unit}`;
}

function formatNumber(value: number): string {
  const digits =
    Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) < 10 ? 2 : 1;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function formatTable(rows: readonly (readonly string[])[]): string[] {
  const [header = []] = rows;
  const widths = header.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(header), rule, ...rows.slice(1).map(line)];
}
