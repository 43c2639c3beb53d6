import { env } from "cloudflare:workers";
import type { Bindings } from "../../src/delivery/http/environment.ts";

/** What a response costs. */
export interface Cost {
  /** Round trips to D1. */
  roundTrips: number;
  /** Sum of `meta.rows_read`. */
  rowsRead: number;
  /** The R2 methods that were called, in order. */
  bucketCalls: string[];
}

const executing = new Set(["all", "first", "raw", "run"]);

/**
 * The real bindings behind proxies that count calls and forward them.
 * @param countsRows whether rows are counted outside of batches, too, for which each statement is executed twice: not for
 * writes
 */
export function countCost({ countsRows = true } = {}): { bindings: Bindings; cost: Cost } {
  const cost: Cost = { roundTrips: 0, rowsRead: 0, bucketCalls: [] };
  const originals = new WeakMap<object, D1PreparedStatement>();

  function counted(statement: D1PreparedStatement): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (name === "bind") return (...values: unknown[]) => counted(target.bind(...values));
        if (!executing.has(String(name))) return value.bind(target);
        return async (...options: unknown[]) => {
          cost.roundTrips += 1;
          // Only `all` returns the rows read; reading twice is harmless.
          if (countsRows) cost.rowsRead += (await target.all()).meta.rows_read;
          return value.apply(target, options);
        };
      },
    });
    originals.set(proxy, statement);
    return proxy;
  }

  const database = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") return (query: string) => counted(target.prepare(query));
      if (name === "batch") {
        return async (statements: D1PreparedStatement[]) => {
          cost.roundTrips += 1;
          const results = await target.batch(statements.map((each) => originals.get(each) ?? each));
          for (const { meta } of results) cost.rowsRead += meta.rows_read;
          return results;
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

  const bucket = new Proxy(env.BLOBS, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...values: unknown[]) => {
        cost.bucketCalls.push(String(name));
        return value.apply(target, values);
      };
    },
  });

  return { bindings: { ...env, DB: database, BLOBS: bucket }, cost };
}
