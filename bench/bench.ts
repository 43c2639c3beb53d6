/**
 * `npm run bench [-- PART…] [--json FILE] [--works NUMBER] [--rounds NUMBER] [--huge]`: what the library weighs and
 * costs, and how fast it is beside the least that a Worker can do, in the same run (DESIGN 12, docs/performance.md).
 * It starts what it needs on free ports of this machine, and removes it afterwards. Exits with 1 if a counted budget is
 * broken; what is timed is only marked, because machines differ.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { bytes } from "./parts/bytes.ts";
import { cpu } from "./parts/cpu.ts";
import { d1 } from "./parts/d1.ts";
import { editor } from "./parts/editor.ts";
import { players } from "./parts/players.ts";
import { publish } from "./parts/publish.ts";
import { scale } from "./parts/scale.ts";
import { search } from "./parts/search.ts";
import { throughput } from "./parts/throughput.ts";
import { openContext, type Part } from "./support/context.ts";
import { formatResults, keepsBudget, type PartResult } from "./support/figures.ts";
import { clearReport } from "./support/progress.ts";

const parts: Readonly<Record<string, Part>> = {
  bytes,
  cpu,
  throughput,
  publish,
  d1,
  scale,
  search,
  editor,
  players,
};
/** All but `players`, which installs other players from the registry. */
const usualParts = Object.keys(parts).filter((name) => name !== "players");

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    works: { type: "string", default: "10000" },
    rounds: { type: "string", default: "5" },
    huge: { type: "boolean", default: false },
  },
});
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(", ")}. The parts: ${Object.keys(parts).join(", ")}`,
  );
  process.exit(2);
}

const context = openContext({
  maxWorks: Number(values.works),
  rounds: Number(values.rounds),
  isHuge: values.huge,
});
const results: PartResult[] = [];
try {
  for (const name of positionals.length > 0 ? positionals : usualParts) {
    const result = await parts[name]?.(context);
    clearReport();
    if (result === undefined) continue;
    const { figures, notes = [] } = result;
    results.push({ part: name, figures, notes });
    console.log(formatResults(results.slice(-1)));
    if (values.json !== undefined) {
      await writeFile(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
    }
  }
} finally {
  clearReport();
  await context.stop();
}
const broken = results.flatMap(({ part, figures }) =>
  figures
    .filter((figure) => figure.isCounted && !keepsBudget(figure))
    .map(({ what }) => `${part}: ${what}`),
);
if (broken.length > 0) console.error(`Over a counted budget:\n  ${broken.join("\n  ")}`);
process.exitCode = broken.length > 0 ? 1 : 0;
