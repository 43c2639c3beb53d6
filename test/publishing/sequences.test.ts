import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { PublishingError } from "../../src/publishing/publishing-error.ts";
import { restore } from "../../src/publishing/restore.ts";
import { rollback } from "../../src/publishing/rollback.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import type { EpisodeRecord } from "../../src/records/schema/record.ts";
import { BlobRefused } from "../../src/storage/blobs.ts";
import { comparedCorrections, expectRebuilt } from "../support/consistency.ts";
import { database, episode, publish, series, track, vtt } from "../support/library.ts";

/** What can be done with a work. The step `send` uploads its files again. */
const step = fc.oneof(
  fc.record({
    do: fc.constant("apply" as const),
    title: fc.constantFrom("A", "B", "C"),
    says: fc.constantFrom("one", "two"),
    draft: fc.boolean(),
  }),
  fc.record({
    do: fc.constant("rollback" as const),
    to: fc.option(fc.integer({ min: 1, max: 6 })),
  }),
  fc.record({ do: fc.constant("withdraw" as const), notice: fc.constantFrom("Gone.", "Away.") }),
  fc.record({ do: fc.constant("restore" as const) }),
  fc.record({ do: fc.constant("send" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A sequence with each change and each error; the others are random. */
const completeSequence: Step[] = [
  { do: "rollback", to: null },
  { do: "apply", title: "A", says: "one", draft: false },
  { do: "apply", title: "A", says: "two", draft: false },
  { do: "rollback", to: null },
  { do: "restore" },
  { do: "rollback", to: null },
  { do: "apply", title: "B", says: "two", draft: true },
  { do: "rollback", to: 1 },
  { do: "withdraw", notice: "Gone." },
  { do: "apply", title: "C", says: "one", draft: false },
  { do: "withdraw", notice: "Away." },
  { do: "rollback", to: 1 },
  { do: "send" },
  { do: "restore" },
  { do: "send" },
  { do: "restore" },
];

beforeAll(async () => {
  await publish(series("tale"));
});

async function runStep(slug: string, one: Step): Promise<void> {
  const request = { slug, replaces: undefined, actor: "Ana", now: new Date("2026-03-01") };
  if (one.do === "send") {
    await createEpisode(slug, { title: "A", says: "one", draft: false });
    await createEpisode(slug, { title: "A", says: "two", draft: false });
  }
  if (one.do === "rollback") await rollback(database, env.BLOBS, request, one.to ?? undefined);
  if (one.do === "withdraw") await withdraw(database, env.BLOBS, request, { en: one.notice });
  if (one.do === "restore") await restore(database, env.BLOBS, request);
  if (one.do === "apply") await publish(await createEpisode(slug, one));
}

async function createEpisode(
  slug: string,
  { title, says, draft }: { title: string; says: string; draft: boolean },
): Promise<EpisodeRecord> {
  const status = draft ? "draft" : "published";
  return {
    ...(await episode(slug)),
    captions: [await track("en", vtt(`${slug} says ${says}.`), "captions")],
    series: "tale",
    status,
    keywords: title === "A" ? [] : ["History", "history", title],
    name: { en: title },
  };
}

test("any sequence of apply, rollback, withdraw and restore keeps the indexes in step with the records", async () => {
  let number = 0;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      number += 1;
      const slug = `sequence-${number}`;
      for (const one of steps) {
        const outcome = await runStep(slug, one).then(
          () => one.do,
          (error: unknown) => {
            if (error instanceof BlobRefused) return "refused";
            if (!(error instanceof PublishingError)) throw error;
            return error.reason;
          },
        );
        seen.add(outcome);
        await expectRebuilt(slug);
      }
    }),
    { numRuns: 8, examples: [[completeSequence]] },
  );
  expect(comparedCorrections.count).toBeGreaterThan(0);
  // Every change and every error occurred.
  const all = [
    "apply",
    "rollback",
    "withdraw",
    "restore",
    "withdrawn",
    "not-found",
    "not-withdrawn",
    "no-such-revision",
    "missing-blobs",
    "refused",
  ];
  expect([...seen]).toEqual(expect.arrayContaining(all));
});
