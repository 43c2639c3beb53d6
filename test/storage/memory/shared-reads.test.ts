import { expect, test, vi } from "vitest";
import { SharedReads } from "../../../src/storage/memory/shared-reads.ts";
import { ask } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { episode, publish } from "../../support/library.ts";

/** A store that answers when it is told to. */
function startStore() {
  const reads: PromiseWithResolvers<string>[] = [];
  const shared = new SharedReads();
  const kept: Promise<unknown>[] = [];
  return {
    reads,
    kept,
    ask(question = "select 1") {
      const read = () => {
        const waiting = Promise.withResolvers<string>();
        reads.push(waiting);
        return waiting.promise;
      };
      return shared.read(question, read, (promise) => kept.push(promise));
    },
  };
}

test("who comes while a read runs shares the next one, which begins when the first has ended", async () => {
  const store = startStore();
  const first = store.ask();
  const later = [store.ask(), store.ask(), store.ask()];
  expect(store.reads).toHaveLength(1);

  store.reads[0]?.resolve("before");
  expect(await first).toBe("before");
  await vi.waitFor(() => expect(store.reads).toHaveLength(2));
  const last = store.ask();
  store.reads[1]?.resolve("after");
  expect(await Promise.all(later)).toEqual(["after", "after", "after"]);

  await vi.waitFor(() => expect(store.reads).toHaveLength(3));
  store.reads[2]?.resolve("at last");
  expect(await last).toBe("at last");
  await Promise.all(store.kept);
});

test("other questions don't wait, and a question that nobody asks any more is asked anew", async () => {
  const store = startStore();
  const one = store.ask("select 1");
  const two = store.ask("select 2");
  store.reads[0]?.resolve("1");
  store.reads[1]?.resolve("2");
  expect(await Promise.all([one, two])).toEqual(["1", "2"]);
  await Promise.all(store.kept);
  const again = store.ask("select 1");
  store.reads[2]?.resolve("1 again");
  expect(await again).toBe("1 again");
});

test("a read that fails does so for those who share it, and the next one is made", async () => {
  const store = startStore();
  const first = store.ask();
  const second = store.ask();
  store.reads[0]?.reject(new Error("lost"));
  await expect(first).rejects.toThrow("lost");
  await vi.waitFor(() => expect(store.reads).toHaveLength(2));
  store.reads[1]?.resolve("found");
  expect(await second).toBe("found");
});

test("a read that stalls holds back nobody for longer than a second", async () => {
  vi.useFakeTimers();
  try {
    const store = startStore();
    const stalled = store.ask();
    const waiting = store.ask();
    await vi.advanceTimersByTimeAsync(1_001);
    expect(store.reads).toHaveLength(2);
    store.reads[1]?.resolve("fresh");
    expect(await waiting).toBe("fresh");
    store.reads[0]?.resolve("late");
    expect(await stalled).toBe("late");
  } finally {
    vi.useRealTimers();
  }
});

test("a page that many open at once is read for several of them together, and a withdrawal holds for all who come after it", async () => {
  await publish(await episode("film"));
  const { bindings, cost } = countCost();
  const open = async () => {
    const answers = Array.from({ length: 8 }, () => ask("/embed/film", {}, bindings));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    return [...new Set(statuses)];
  };
  expect(await open()).toEqual([200]);
  // Two, but for requests of two seconds.
  expect(cost.roundTrips).toBeLessThan(8);
  await publish(
    await episode("film", { status: "withdrawn", withdrawalNotice: { en: "Withdrawn." } }),
  );
  expect(await open()).toEqual([410]);
});
