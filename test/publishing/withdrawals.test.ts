import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { restore } from "../../src/publishing/restore.ts";
import { sweep } from "../../src/publishing/sweep.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import { checkWithdrawals } from "../../src/publishing/withdrawals.ts";
import { blobsOf } from "../../src/records/blobs.ts";
import { get } from "../support/ask.ts";
import { database, document, publish } from "../support/library.ts";

/** What `videoteca doctor` finds: withdrawn works and files that came back by another way than `restore`. */

const request = (slug: string) => ({ slug, replaces: undefined, actor: "Ana", now: new Date() });
const runWithdraw = (slug: string) =>
  withdraw(database, env.BLOBS, request(slug), { en: "Withdrawn." });

async function findAll() {
  const works: string[] = [];
  const files: { readonly sha256: string; readonly slug: string }[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page = await checkWithdrawals(database, env.BLOBS, { after, now: new Date() });
    works.push(...page.works);
    files.push(...page.files);
    after = page.next;
  }
  return { works, files };
}

describe("a withdrawn work is found", () => {
  test("if the database says that it is published, and is withdrawn again by the command", async () => {
    await publish(await document("changed-row"));
    await runWithdraw("changed-row");
    expect((await findAll()).works).toEqual([]);
    await env.DB.prepare(`update works set status = 'published',
      public_record = json_set(public_record, '$.status', 'published') where slug = 'changed-row'`).run();
    expect((await get("/en/read/changed-row")).status).toBe(200);
    expect((await findAll()).works).toEqual(["changed-row"]);
    expect(await runWithdraw("changed-row")).toMatchObject({ change: "none" });
    expect((await get("/en/read/changed-row")).status).toBe(410);
    expect((await findAll()).works).toEqual([]);
  });

  test("after Time Travel, which brings back its rows and takes back the event", async () => {
    const record = await document("traveled");
    await publish(record);
    await runWithdraw("traveled");
    const travel = [
      "delete from events where slug = 'traveled' and action = 'withdraw'",
      "delete from withdrawn_files where slug = 'traveled'",
      `update works set revision = 1, status = 'published', digest = (
        select digest from revisions where slug = 'traveled' and number = 1),
        public_record = json_remove(json_set(public_record, '$.status', 'published'), '$.withdrawalNotice')
        where slug = 'traveled'`,
      "delete from revision_blobs where slug = 'traveled' and number = 2",
      "delete from revisions where slug = 'traveled' and number = 2",
    ];
    await env.DB.batch(travel.map((statement) => env.DB.prepare(statement)));
    expect((await findAll()).works).toEqual(["traveled"]);
    expect(await runWithdraw("traveled")).toMatchObject({ change: "withdraw", revision: 2 });
    expect((await findAll()).works).toEqual([]);
  });

  test("not after it was restored, nor if it was public before and only then withdrawn", async () => {
    const record = await document("restored");
    await publish(record);
    await runWithdraw("restored");
    await expect(restore(database, env.BLOBS, request("restored"))).rejects.toMatchObject({
      reason: "missing-blobs",
    });
    await document("restored");
    await restore(database, env.BLOBS, request("restored"));
    expect(await findAll()).toEqual({ works: [], files: [] });
    expect(await env.BLOBS.head("withdrawn/restored")).toBeNull();
  });
});

test("withdrawn files that are stored again are found, some at a time", async () => {
  const slugs = Array.from({ length: 25 }, (_, index) => `many-${index}`);
  const digests: string[] = [];
  for (const slug of slugs) {
    const record = await document(slug);
    await publish(record);
    await runWithdraw(slug);
    digests.push(...blobsOf(record).map(({ sha256 }) => sha256));
  }
  expect((await findAll()).files).toEqual([]);
  const back = digests.toSorted().filter((_, index) => index % 9 === 0);
  for (const sha256 of back) await env.BLOBS.put(`blobs/${sha256}`, "back");
  const { files } = await findAll();
  expect(files.map(({ sha256 }) => sha256)).toEqual(back);
  for (const slug of new Set(files.map((file) => file.slug))) await runWithdraw(slug);
  expect((await findAll()).files).toEqual([]);
});

test("the sweep marks withdrawn works that have no marker, as those of an earlier release", async () => {
  await publish(await document("unmarked"));
  await runWithdraw("unmarked");
  await env.BLOBS.delete("withdrawn/unmarked");
  await sweep(database, env.BLOBS, { now: new Date(), dryRun: false });
  expect(await env.BLOBS.head("withdrawn/unmarked")).not.toBeNull();
});
