/** What the writers have done, by which the readers know which answers are right. */

/** A change that was answered. Times as `performance.now()` gives them. */
interface Published {
  readonly version: number;
  readonly at: number;
}

export interface Work {
  readonly slug: string;
  readonly languages: readonly string[];
  /** The addresses of its files. */
  readonly files: readonly string[];
  /** The versions of its name, the newest last. */
  readonly versions: Published[];
  /** When it was withdrawn and, if it is back, when it was restored. */
  readonly withdrawals: { from: number; until: number }[];
}

/** How long caches may show what was replaced, in milliseconds: `max-age=60` of a page (DESIGN 11). */
const maxAge = 60_000;

/** The mark of a version in a work's name. */
export const markOf = (version: number) => `[soak ${version}]`;

/** Whether a work may be answered as withdrawn by a request that lasted from one time to another. */
export function mayBeWithdrawn({ withdrawals }: Work, from: number, until: number): boolean {
  return withdrawals.some((each) => each.from <= until && from <= each.until + maxAge);
}

/** Whether a work must be answered as withdrawn by a request that lasted from one time to another. */
export function mustBeWithdrawn({ withdrawals }: Work, from: number, until: number): boolean {
  return withdrawals.some((each) => each.from + maxAge < from && until < each.until);
}

/** Why a page shows a version that it can't show any more; undefined if it may. @param from when it was asked for */
export function staleness(work: Work, page: string, from: number): string | undefined {
  const required = work.versions.findLast(({ at }) => at + maxAge < from);
  if (required === undefined) return undefined;
  const after = work.versions.slice(work.versions.indexOf(required));
  const isFresh = after.some(({ version }) => page.includes(markOf(version)));
  return isFresh
    ? undefined
    : `${work.slug} doesn't show version ${required.version} or a later one`;
}

/** What was seen. */
export class Log {
  /** Answers by their kind and status: `page 200`. */
  readonly answers = new Map<string, number>();
  readonly faults: string[] = [];

  count(kind: string, status: number): void {
    const key = `${kind} ${status}`;
    this.answers.set(key, (this.answers.get(key) ?? 0) + 1);
  }

  /** Notes a fault; of thousands of equal ones, the first are enough. */
  fault(what: string): void {
    if (this.faults.length < 50) this.faults.push(what);
  }
}
