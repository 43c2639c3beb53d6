import { env } from "cloudflare:workers";
import { vi } from "vitest";
import type { Bindings } from "../../src/delivery/http/environment.ts";

/** What happens to a call of D1 or R2. */
export const faults = {
  fails: "it fails and does nothing",
  loses: "it does its work, and the answer is lost",
  stalls: "it never answers",
  delays: "it answers after five seconds",
} as const;
export type Fault = keyof typeof faults;

/** How long a call takes that is late, in milliseconds: less than the shortest limit (src/storage/guard.ts). */
const delay = 5000;

/** More than the longest limit, in milliseconds. */
const beyondLimits = 60_000;

/** Bindings in which one call goes wrong, and what was called. */
export interface FaultyStores {
  readonly bindings: Bindings;
  /** The calls in order: `D1 batch`, `R2 put`. */
  readonly calls: readonly string[];
}

/**
 * The real bindings behind a proxy that lets one call go wrong. Time is passed by vitest's timers, which the test
 * must have taken over: `vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })`.
 * @param at which call, counted from 1; 0 for none
 */
export function faultyStores(at: number, fault: Fault): FaultyStores {
  const calls: string[] = [];
  const originals = new WeakMap<object, D1PreparedStatement>();

  async function call<Result>(
    name: string,
    make: () => Promise<Result>,
    options: readonly unknown[] = [],
  ): Promise<Result> {
    calls.push(name);
    if (calls.length !== at) return make();
    const later = (milliseconds: number) => {
      Promise.resolve().then(() => vi.advanceTimersByTime(milliseconds));
    };
    // A stream has no time limit, as it takes as long as its sender needs: Cloudflare ends such a request.
    const isStream = options.some((option) => option instanceof ReadableStream);
    if (fault === "fails" || (fault === "stalls" && isStream))
      throw new Error(`${name}: Network connection lost.`);
    if (fault === "loses") {
      await make();
      throw new Error(`${name}: Network connection lost.`);
    }
    if (fault === "stalls") {
      later(beyondLimits);
      return new Promise<Result>(() => undefined);
    }
    later(delay);
    await new Promise((resolve) => setTimeout(resolve, delay));
    return make();
  }

  function watch(statement: D1PreparedStatement): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get(target, name) {
        if (name === "bind") return (...values: unknown[]) => watch(target.bind(...values));
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (!["all", "first", "raw", "run"].includes(String(name))) return value.bind(target);
        return (...options: unknown[]) => call("D1 query", () => value.apply(target, options));
      },
    });
    originals.set(proxy, statement);
    return proxy;
  }

  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") return (query: string) => watch(target.prepare(query));
      if (name === "batch") {
        return (statements: D1PreparedStatement[]) =>
          call("D1 batch", () => target.batch(statements.map((one) => originals.get(one) ?? one)));
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

  function watchMethods<Target extends object>(watched: Target): Target {
    return new Proxy(watched, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        const method = String(name);
        if (method === "resumeMultipartUpload") {
          return (...options: unknown[]) => watchMethods(value.apply(target, options));
        }
        return (...options: unknown[]) =>
          call(
            `R2 ${method}`,
            async () => {
              const result = await value.apply(target, options);
              return method === "createMultipartUpload" ? watchMethods(result) : result;
            },
            options,
          );
      },
    });
  }

  return { bindings: { ...env, DB, BLOBS: watchMethods(env.BLOBS) }, calls };
}
