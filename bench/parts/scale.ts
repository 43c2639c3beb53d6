import type { Part } from "../support/context.ts";
import type { Figure } from "../support/figures.ts";
import { measureSizes } from "../support/sizes.ts";

/** An answer of the largest library may take this many times as long as one of the smallest. Our choice. */
const maxGrowth = 2;

/** How the time of an answer grows with the library: CPU time of workerd with its D1, first render. */
export const scale: Part = async (context) => {
  const sizes = await measureSizes(context);
  const figures: Figure[] = [];
  const smallest = sizes[0];
  for (const { works, times, worksASecond, databaseBytes } of sizes) {
    const size = `${works.toLocaleString("en")} works`;
    figures.push({
      what: `${size}: published`,
      value: worksASecond,
      unit: "works/s",
      isCounted: false,
    });
    figures.push({ what: `${size}: D1`, value: databaseBytes / 1e6, unit: "MB", isCounted: false });
    for (const { what, milliseconds } of times) {
      const floor = smallest?.times.find((other) => other.what === what)?.milliseconds;
      const isSmallest = works === smallest?.works;
      figures.push({
        what: `${size}: ${what}`,
        value: milliseconds,
        unit: "ms",
        ...(!isSmallest && floor !== undefined && { floor, atMost: maxGrowth * floor }),
        isCounted: false,
      });
    }
  }
  return { figures, notes: ["The floor is the same answer in the smallest library."] };
};
