import { readdirSync, readFileSync } from "node:fs";

/** A process as Linux lists it under /proc: a bare Debian has no `ps`. */
interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
  readonly command: string;
}

function processes(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const [state = "", parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid: Number(name), parent: Number(parent), state, command }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

/** All processes that a process has started, and that they have. */
export function descendantsOf(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** Those that still run; one that has ended and waits to be counted by its parent doesn't. */
export function stillRunning(once: readonly Process[]): Process[] {
  const all = new Map(processes().map((one) => [one.pid, one]));
  return once.filter(({ pid, command }) => {
    const now = all.get(pid);
    return now !== undefined && now.state !== "Z" && now.command === command;
  });
}
