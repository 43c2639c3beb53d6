import type { Part } from "../support/context.ts";
import type { Figure } from "../support/figures.ts";
import { measureSizes } from "../support/sizes.ts";

/** Round trips to D1 and rows read of every public address, as the library grows. */
export const d1: Part = async (context) => {
  const sizes = await measureSizes(context);
  const largest = sizes.at(-1);
  if (largest === undefined) throw new Error("No library was measured.");
  const everywhere = sizes.flatMap(({ answers }) => answers);
  const figures: Figure[] = [
    {
      what: "round trips of any answer, at most",
      value: Math.max(...everywhere.map(({ roundTrips }) => roundTrips)),
      unit: "round trips",
      atMost: 1,
      isCounted: true,
    },
    ...largest.answers.map(({ path, maxRows }): Figure => {
      const rows = everywhere
        .filter((answer) => answer.path === path)
        .map(({ rowsRead }) => rowsRead);
      return {
        what: path.replace("%ORIGIN%", ""),
        value: Math.max(...rows),
        spread: [Math.min(...rows), Math.max(...rows)],
        unit: "rows",
        atMost: maxRows,
        isCounted: true,
      };
    }),
  ];
  const numbers = sizes.map(({ works }) => works.toLocaleString("en")).join(", ");
  return { figures, notes: [`The spread is over libraries of ${numbers} works.`] };
};
