import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { publicAddresses, publishSampleLibrary } from "../support/addresses.ts";
import { ask, bodyOf } from "../support/ask.ts";
import { type Fault, faults, faultyStores } from "../support/faulty-stores.ts";

let addresses: string[] = [];
beforeAll(async () => {
  const { media } = await publishSampleLibrary();
  addresses = [...publicAddresses, "/", "/healthz", "/en/nothing", "/en/search?q=hello", media];
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A row of docs/faults.md, which `npm run faults` prints. */
function showRow(...cells: readonly (string | number)[]): void {
  if (env.FAULTS === "all") console.log(`\n| ${cells.join(" | ")} |`);
}

/** A store that loses an answer is the same for a reader as one that fails. */
const tried: readonly Fault[] =
  env.FAULTS === "all" ? ["fails", "stalls", "delays"] : ["fails", "stalls"];

describe.each(tried)("if D1 or R2 fails at any call (%s)", (fault) => {
  test("a reader gets 503 with Retry-After, and the whole answer afterwards", async () => {
    let failed = 0;
    let calls = 0;
    // A store that stalls is one that fails, only later.
    const asked = fault === "stalls" && env.FAULTS !== "all" ? addresses.slice(0, 5) : addresses;
    for (const path of asked) {
      const whole = await ask(path);
      const body = await bodyOf(whole);
      for (let at = 1; ; at += 1) {
        const stores = faultyStores(at, fault);
        const answer = await ask(path, {}, stores.bindings);
        const text = await bodyOf(answer);
        if (stores.calls.length < at) break;
        calls += 1;
        const where = `${path}, ${stores.calls[at - 1]} (${at})`;
        if (answer.status === 503) {
          failed += 1;
          expect(answer.headers.get("Retry-After"), where).toMatch(/^\d+$/);
          expect(answer.headers.get("Cache-Control"), where).toBe("no-store");
          expect(answer.headers.get("Content-Type"), where).toMatch(/problem\+json|text\/html/);
          expect(text, where).not.toMatch(/Network connection lost|StoreUnavailable|\.tsx?:/);
        } else {
          // What the Worker still knew, or an answer that was only late.
          expect(answer.status, where).toBe(whole.status);
          expect(text, where).toBe(body);
        }
        const again = await ask(path);
        expect([again.status, await bodyOf(again)], where).toEqual([whole.status, body]);
      }
    }
    if (fault !== "delays") expect(failed).toBeGreaterThan(asked.length / 2);
    const answers = `${failed} × 503, ${calls - failed} × the whole answer`;
    showRow(`reading ${asked.length} addresses`, faults[fault], calls, answers);
  });
});
