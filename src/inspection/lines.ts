/** How a part of a line is shown, on a terminal and in the console. */
export type LineStyle = "bold" | "dim" | "green" | "red" | "yellow";

/** A line of text: the command line prints it, the console shows it. */
export type StyledLine = readonly (string | { readonly style: LineStyle; readonly text: string })[];

/** A line without its styles. */
export function plainText(line: StyledLine): string {
  return line.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/** A number with its noun in the singular or plural: `1 file`, `2 files`. */
export function formatCount(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
