/** CPU time and memory of the processes that this one has started, from Linux's /proc. */
import { readdirSync, readFileSync } from "node:fs";

/** Linux counts CPU time in hundredths of a second (`getconf CLK_TCK`). */
const millisecondsATick = 10;

/** The workerd processes that this process has started. */
export function workerds(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const [, parent] = statOf(pid);
      return Number(parent) === process.pid && read(`/proc/${pid}/cmdline`).includes("workerd");
    });
}

/** The CPU time that processes have used, in milliseconds. */
export function cpuTimeOf(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const fields = statOf(pid);
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * millisecondsATick;
}

/** The resident memory of a process, in bytes; 0 if it has ended. */
export function memoryOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
}

/** The fields after the name: state, parent … (proc(5)). */
function statOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
