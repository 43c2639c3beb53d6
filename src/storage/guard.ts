import { isFailedRequirement } from "./constraints.ts";
import type { KeepAlive, SharedReads } from "./memory/shared-reads.ts";
import { isRefusedByR2 } from "./r2-errors.ts";

/**
 * D1 and R2 as other code sees them: each call that fails without a reason of ours, or that isn't answered in time,
 * throws `StoreUnavailable`, so that whoever asked is told to try again (503).
 */

/** D1 or R2 failed or didn't answer in time: the same call may succeed later. A change may have been made or not. */
export class StoreUnavailable extends Error {}

/** Whether an error means that a store was unavailable. Drizzle wraps errors, so their causes are read, too. */
export function isStoreUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  return error instanceof Error && isStoreUnavailable(error.cause);
}

/** How long a store may take for a call, in milliseconds. */
export type StoreTimeLimit = number;

/** A person who waits for a page gives up by then. Our choice. */
export const readTimeLimit: StoreTimeLimit = 10_000;

/** How long D1 lets a batch run (https://developers.cloudflare.com/d1/platform/limits/), and a part of 8 MiB takes. */
export const changeTimeLimit: StoreTimeLimit = 30_000;

/** @param limit for each call @param isRefusal whether an error says that the call itself isn't valid, so that it is thrown as it is */
async function callStore<Result>(
  call: () => Promise<Result>,
  limit: StoreTimeLimit | undefined,
  isRefusal: (error: unknown) => boolean,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    if (limit === undefined) return await call();
    const timeout = new Promise<never>((_, reject) => {
      // Made only when it is needed: an Error's stack takes longer than the rest of this function.
      const fail = () => reject(new StoreUnavailable(`no answer within ${limit} ms`));
      timer = setTimeout(fail, limit);
    });
    return await Promise.race([call(), timeout]);
  } catch (error) {
    if (error instanceof StoreUnavailable || isRefusal(error)) throw error;
    throw new StoreUnavailable(String(error), { cause: error });
  } finally {
    if (timer !== undefined) clearTimeout(timer);
  }
}

const executing = new Set(["all", "first", "raw", "run"]);

/** SQL that changes nothing. (Reads that begin with `with` are searches, which seldom ask the same.) */
const isShareable = /^\s*select\b/i;

/** How reads are shared between requests. */
export interface Sharing {
  readonly reads: SharedReads;
  readonly keepAlive: KeepAlive;
}

/** D1 with a time limit for each call. @param sharing for requests that change nothing */
export function guardDatabase(
  database: D1Database,
  limit: StoreTimeLimit,
  sharing?: Sharing,
): D1Database {
  const originals = new WeakMap<object, D1PreparedStatement>();
  const call = <Result>(made: () => Promise<Result>) => callStore(made, limit, isFailedRequirement);

  function guardStatement(
    statement: D1PreparedStatement,
    query: string,
    values: readonly unknown[] = [],
  ): D1PreparedStatement {
    const guarded = new Proxy(statement, {
      get(target, name) {
        if (name === "bind") {
          return (...bound: unknown[]) => guardStatement(target.bind(...bound), query, bound);
        }
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (!executing.has(String(name))) return value.bind(target);
        return (...options: unknown[]) => {
          const execute = async (): Promise<unknown> => value.apply(target, options);
          if (sharing === undefined || !isShareable.test(query)) return call(execute);
          const question = JSON.stringify([name, query, values]);
          return call(() => sharing.reads.read(question, execute, sharing.keepAlive));
        };
      },
    });
    originals.set(guarded, statement);
    return guarded;
  }

  return new Proxy(database, {
    get(target, name) {
      if (name === "prepare")
        return (query: string) => guardStatement(target.prepare(query), query);
      if (name === "batch") {
        return (statements: readonly D1PreparedStatement[]) =>
          call(async () => target.batch(statements.map((each) => originals.get(each) ?? each)));
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** R2 with a time limit for each call, but for those that send a stream: it takes as long as its sender needs. */
export function guardBucket(bucket: R2Bucket, limit: StoreTimeLimit): R2Bucket {
  return guardMethods(bucket, limit, (name, result) =>
    name.endsWith("MultipartUpload") ? guardMethods(result, limit, (_, part) => part) : result,
  );
}

/** @param guardResult guards the objects that methods return */
function guardMethods<Target extends object>(
  guarded: Target,
  limit: StoreTimeLimit,
  guardResult: <Result extends object>(name: string, result: Result) => Result,
): Target {
  return new Proxy(guarded, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      const method = String(name);
      // Makes an object and no call.
      if (method === "resumeMultipartUpload") {
        return (...options: unknown[]) => guardResult(method, value.apply(target, options));
      }
      return (...options: unknown[]) =>
        callStore(
          async () => {
            const result: unknown = await value.apply(target, options);
            return typeof result === "object" && result !== null
              ? guardResult(method, result)
              : result;
          },
          options.some((option) => option instanceof ReadableStream) ? undefined : limit,
          isRefusedByR2,
        );
    },
  });
}
