import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";

/** D1's documented limits, which local D1 doesn't enforce (developers.cloudflare.com/d1/platform/limits). */
const limits = {
  /** A string, a blob or a table row, in bytes. */
  length: 2_000_000,
  /** A statement's text, in bytes. */
  sqlLength: 100_000,
  /** Bound parameters of a statement. */
  variableNumber: 100,
  /** A pattern of LIKE or GLOB, in bytes. */
  likePatternLength: 50,
  functionArg: 32,
  column: 100,
} as const;

/** What has been asked of the database. */
export interface Usage {
  /** Calls of the binding: each is a round trip in production. */
  roundTrips: number;
  /** Statements, those of batches included. */
  queries: number;
  /** The bytes of the largest value that was answered, and of all values together. */
  largestValue: number;
  answered: number;
}

/**
 * The library's tables in Node's own SQLite, with D1's limits enforced by SQLite itself, behind the part of
 * D1's interface that drizzle uses. For the statements of src/storage at the sizes that DESIGN 12 promises:
 * everything else is tested in workerd, with D1's own code.
 */
export function openLimitedD1(): { binding: D1Database; sqlite: DatabaseSync; usage: Usage } {
  const sqlite = new DatabaseSync(":memory:", { limits });
  const folder = join(import.meta.dirname, "../../migrations");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()) {
    sqlite.exec(readFileSync(join(folder, file), "utf8"));
  }
  const usage: Usage = { roundTrips: 0, queries: 0, largestValue: 0, answered: 0 };

  function measure(value: unknown): void {
    if (typeof value !== "string") return;
    const bytes = Buffer.byteLength(value);
    usage.answered += bytes;
    usage.largestValue = Math.max(usage.largestValue, bytes);
  }

  class Statement {
    readonly text: string;
    readonly values: readonly unknown[];
    constructor(text: string, values: readonly unknown[] = []) {
      this.text = text;
      this.values = values;
    }
    bind(...values: unknown[]) {
      return new Statement(this.text, values);
    }
    run(isArray = false) {
      usage.queries += 1;
      const statement = sqlite.prepare(this.text);
      statement.setReturnArrays(isArray);
      const rows = statement.all(...(this.values as SQLInputValue[]));
      for (const row of rows) Object.values(row).forEach(measure);
      return { results: rows, success: true, meta: {} };
    }
    async all() {
      usage.roundTrips += 1;
      return this.run();
    }
    async raw() {
      usage.roundTrips += 1;
      return this.run(true).results;
    }
    async first() {
      return (await this.all()).results[0] ?? null;
    }
  }

  const binding = {
    prepare: (text: string) => new Statement(text),
    async batch(statements: readonly Statement[]) {
      usage.roundTrips += 1;
      sqlite.exec("begin");
      try {
        const results = statements.map((statement) => statement.run());
        sqlite.exec("commit");
        return results;
      } catch (error) {
        sqlite.exec("rollback");
        throw error;
      }
    },
  };
  return { binding: binding as unknown as D1Database, sqlite, usage };
}
