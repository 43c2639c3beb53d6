import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask, bodyOf } from "../support/ask.ts";
import { expectRebuilt } from "../support/consistency.ts";
import { emptyBucket, emptyTables } from "../support/empty-stores.ts";
import { scenarios } from "../support/fault-scenarios.ts";
import { type Fault, faults, faultyStores } from "../support/faulty-stores.ts";
import { librarySettings, publish, staffToken } from "../support/library.ts";
import { secret } from "../support/uploads.ts";

// A sweep and a list take longer, the more works there are: each change is tried in a library that has no others.
beforeEach(async () => {
  await emptyTables();
  await emptyBucket();
  await publish(librarySettings());
  await staffToken(secret, { scopes: "admin" });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
/** The table of docs/faults.md, which `npm run faults` prints: after each test, as it needs a real clock. */
const rows: string[] = [];
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  if (env.FAULTS !== "all") return;
  console.log(`\n${rows.splice(0).join("\n")}`);
  // What is printed goes another way than the test's result, and would be lost after the last one.
  await scheduler.wait(100);
});
function showRow(...cells: readonly (string | number)[]): void {
  rows.push(`| ${cells.join(" | ")} |`);
}

/** `npm test` tries what is hardest to get right; `npm run faults` tries all. */
function triedFor(title: string): readonly Fault[] {
  if (env.FAULTS === "all") return ["fails", "loses", "stalls", "delays"];
  if (title === "upload in two parts") return [];
  return title === "withdraw" ? ["fails", "loses", "stalls"] : ["loses"];
}
const tried = Object.entries(scenarios).flatMap(([title, scenario]) =>
  triedFor(title).map((fault) => ({ title, fault, ...scenario })),
);

/** `npm run faults` sends two parts of 8 MiB thirty times: minutes on a busy machine. In milliseconds. */
const timeLimit = 900_000;

describe("a change is whole or not made, and the same command then succeeds, if a call", () => {
  test.each(tried)(
    "$fault: $title",
    async ({ title, fault, prepare, run, statusWhenMade, check }) => {
      const statuses = new Map<number, number>();
      let count = 0;
      for (let at = 1; ; at += 1) {
        const name = `${title}-${fault}-${at}`.replaceAll(" ", "-");
        await prepare(name);
        const stores = faultyStores(at, fault);
        const answer = await run(name, stores.bindings);
        const body = await bodyOf(answer);
        // The last run has fewer calls than that, and nothing went wrong in it.
        if (stores.calls.length < at) break;
        count = at;
        const where = `${stores.calls[at - 1]} (${at})`;
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 300 && answer.status !== statusWhenMade) {
          expect(answer.status, `${where}: ${body}`).toBe(503);
          expect(answer.headers.get("Retry-After"), where).toMatch(/^\d+$/);
          expect(body, where).toContain("/docs/problems#unavailable");
          expect(body, where).not.toContain("Network connection lost");
        }
        await expectRebuilt(name);
        const page = await ask(`/en/watch/${name}`);
        expect([200, 302, 301, 404, 410], where).toContain(page.status);
        await page.arrayBuffer();
        const again = await run(name, env);
        const why = await bodyOf(again);
        const isMade = again.status < 300 || again.status === statusWhenMade;
        expect(isMade, `${where}, once more: ${again.status} ${why}`).toBe(true);
        await expectRebuilt(name);
        await check?.(name);
      }
      const answers = [...statuses].map(([status, count]) => `${count} × ${status}`).join(", ");
      showRow(title, faults[fault], count, answers);
    },
    timeLimit,
  );
});
