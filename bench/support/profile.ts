/** Measures a Worker's own CPU time with V8's sampling profiler. */
import * as z from "zod";
import { openSession } from "./inspector.ts";

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()),
  /** Microseconds before each sample. */
  timeDeltas: z.array(z.number()),
});

export interface CpuProfile {
  /** Milliseconds in which the Worker's code ran. */
  readonly milliseconds: number;
  /** The same by function, the most expensive first. */
  readonly functions: readonly { readonly name: string; readonly milliseconds: number }[];
}

/** Microseconds between two samples. */
const samplingInterval = 200;
/** What the profiler calls the time in which none of the Worker's code runs. */
const waiting = new Set(["(idle)", "(program)", "(root)"]);

/** Profiles a Worker while a function runs. @param inspector `ws://…` of workerd's inspector */
export async function profile(inspector: URL, run: () => Promise<void>): Promise<CpuProfile> {
  const session = await openSession(inspector);
  try {
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval: samplingInterval });
    await session.send("Profiler.start");
    await run();
    const { profile: found } = z
      .object({ profile: profileSchema })
      .parse(await session.send("Profiler.stop"));
    return summarize(found);
  } finally {
    session.close();
  }
}

function summarize({ nodes, samples, timeDeltas }: z.infer<typeof profileSchema>): CpuProfile {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    if (frame === undefined || waiting.has(frame.functionName)) continue;
    // No sample is taken while the Worker waits: the next one's delta includes the wait.
    const milliseconds = Math.min(timeDeltas[index] ?? 0, 2 * samplingInterval) / 1000;
    const name = `${frame.functionName || "(anonymous)"}:${frame.lineNumber + 1}`;
    total += milliseconds;
    spent.set(name, (spent.get(name) ?? 0) + milliseconds);
  }
  const functions = [...spent].map(([name, milliseconds]) => ({ name, milliseconds }));
  return {
    milliseconds: total,
    functions: functions.sort((one, other) => other.milliseconds - one.milliseconds),
  };
}
