import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { apply } from "../../src/publishing/apply.ts";
import { sweep } from "../../src/publishing/sweep.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import { readCurrentRevisions } from "../../src/storage/publish.ts";
import { ask, get, jsonOf } from "../support/ask.ts";
import {
  database,
  document,
  episode,
  librarySettings,
  publish,
  staffToken,
} from "../support/library.ts";
import { getAs, postAs, postForm, type SignedIn, signIn } from "./support.ts";

let admin: SignedIn;
let publisher: SignedIn;
let translator: SignedIn;
let reader: SignedIn;

beforeAll(async () => {
  await publish(librarySettings({ reportMistakes: "inbox" }));
  await publish(await episode("film"));
  await publish(await document("paper"));
  await staffToken("admin", { name: "Rosa", scopes: "admin" });
  await staffToken("publisher", { name: "Ana" });
  await staffToken("translator", { name: "Lan", scopes: "read-drafts", languages: "es vi" });
  await staffToken("reader", { name: "Tom", scopes: "read-drafts" });
  [admin, publisher, translator, reader] = [
    await signIn("admin"),
    await signIn("publisher"),
    await signIn("translator"),
    await signIn("reader"),
  ];
});

/** The ids of the reports, in the order in which they were sent. */
let ids: string[] = [];
beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare("delete from reports"),
    env.DB.prepare("delete from report_counts"),
  ]);
  await postForm("/en/report/film", { words: "<b>Wrong</b> cue", moment: "0:03", text: "en" });
  await postForm("/en/report/film", { words: "Mal escrito", text: "es" });
  await postForm("/en/report/paper", { words: "\u202eOn paper", text: "en" });
  const { results } = await env.DB.prepare("select id from reports order by id").all();
  ids = results.map(({ id }) => String(id));
});

const inbox = "/staff/reports";
const pageOf = async (who: SignedIn, path = inbox) => (await getAs(who, path)).text();
const api = async (secret: string, method: string, path: string, body?: unknown) =>
  ask(`/api/v1/staff/reports${path}`, {
    method,
    headers: { Authorization: `Bearer ${secret}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe("the reports of mistakes", () => {
  test("are listed with their text and the way to correct it, the newest first", async () => {
    const page = await pageOf(publisher);
    expect(page.indexOf("On paper")).toBeLessThan(page.indexOf("Mal escrito"));
    expect(page).toContain("&lt;b&gt;Wrong&lt;/b&gt;");
    expect(page).toContain("Good bye.");
    expect(page).toContain('href="/staff/works/film/captions/en?t=3"');
    expect(page).toContain('href="/staff/works/film/captions/es"');
    expect(page).toContain('href="/staff/works/paper"');
    expect(page).not.toContain("/staff/works/paper/captions");
    expect((await getAs(publisher, "/staff/works/film/captions/en?t=3")).status).toBe(200);
  });

  test("can be filtered, and are listed in pages", async () => {
    const page = await pageOf(publisher, `${inbox}?language=es`);
    expect(page).toContain("Mal escrito");
    expect(page).not.toContain("Wrong&lt;");
    const ofWork = await pageOf(publisher, `${inbox}?work=paper`);
    expect(ofWork).toContain("On paper");
    expect(ofWork).not.toContain("Mal escrito");
    await env.DB.prepare(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 50)
      insert into reports select null, 'film', 'en', null, '', 'More', '2026-11-28', 'open', null, null, null, null from n`).run();
    const first = await pageOf(publisher);
    const [, next = ""] = /rel="next" href="([^"]*)"/.exec(first) ?? [];
    expect(first).not.toContain("Mal escrito");
    expect(await pageOf(publisher, next.replaceAll("&amp;", "&"))).toContain("Mal escrito");
    for (const query of ["state=x", "before=x", "before=-1", "language='", "work=%00", "done=x"]) {
      expect((await getAs(publisher, `${inbox}?${query}`)).status, query).toBe(200);
    }
  });

  test("are shown to a translator in their languages, who can't change them", async () => {
    const page = await pageOf(translator);
    expect(page).toContain("Mal escrito");
    expect(page).not.toContain("Wrong&lt;");
    expect(page).not.toContain("Mark as done");
    expect(await pageOf(reader)).not.toContain("Mal escrito");
    for (const change of ["done", "delete"]) {
      expect((await postAs(translator, `${inbox}/${ids[1]}`, { change })).status).toBe(403);
    }
    expect((await api("translator", "PUT", `/${ids[1]}`, { state: "done" })).status).toBe(403);
    const { reports } = (await jsonOf(await api("translator", "GET", "?language=en"))) as {
      reports: unknown[];
    };
    expect(reports).toEqual([]);
  });

  test("are shown to nobody who isn't signed in", async () => {
    expect((await get(inbox)).status).toBe(401);
    expect(await (await get(inbox)).text()).not.toContain("Mal escrito");
    expect((await get("/staff/api/reports")).status).toBe(401);
    expect((await get("/api/v1/staff/reports")).status).toBe(401);
    expect((await postForm(`${inbox}/${ids[0]}`, { change: "done" })).status).toBe(401);
  });
});

describe("a report", () => {
  test("is marked as done and opened again, and tells who did it", async () => {
    const fields = { change: "done", state: "open", language: "en" };
    const done = await postAs(publisher, `${inbox}/${ids[0]}`, fields);
    expect(done.status).toBe(303);
    const location = done.headers.get("Location") ?? "";
    expect(location).toBe(`${inbox}?language=en&done=done`);
    const page = await pageOf(publisher, location);
    expect(page).toContain("The report is marked as done.");
    expect(page).not.toContain("Wrong&lt;");
    expect(await pageOf(translator, `${inbox}?state=done`)).not.toContain("Wrong&lt;");
    const list = await pageOf(admin, `${inbox}?state=done`);
    expect(list).toContain("Wrong&lt;");
    expect(list).toContain("Done: Ana");
    // Somebody else's later click changes nothing of that.
    await postAs(admin, `${inbox}/${ids[0]}`, { change: "done" });
    expect(await pageOf(admin, `${inbox}?state=done`)).toContain("Done: Ana");
    await postAs(admin, `${inbox}/${ids[0]}`, { change: "open", state: "done" });
    expect(await pageOf(admin)).toContain("Wrong&lt;");
    expect(await pageOf(admin)).not.toContain("Done: Ana");
  });

  test("loses its words when it is deleted, and keeps who did it", async () => {
    await postAs(publisher, `${inbox}/${ids[0]}`, { change: "delete" });
    const list = await pageOf(admin, `${inbox}?state=done`);
    expect(list).toContain("Deleted: Ana");
    expect(list).not.toContain("Wrong&lt;");
    const row = await env.DB.prepare("select * from reports where id = ?").bind(ids[0]).first();
    expect(row).toMatchObject({ words: "", quote: "", start: null, state: "deleted" });
    const again = await postAs(publisher, `${inbox}/${ids[0]}`, { change: "open" });
    expect(again.headers.get("Location")).toBe(inbox);
    expect((await api("publisher", "PUT", `/${ids[0]}`, { state: "open" })).status).toBe(404);
  });

  test("is changed by the staff API too", async () => {
    const done = await api("publisher", "PUT", `/${ids[1]}`, { state: "done" });
    expect(await jsonOf(done)).toMatchObject({
      state: "done",
      doneBy: "Ana",
      words: "Mal escrito",
    });
    expect((await api("publisher", "PUT", `/${ids[1]}`, { state: "deleted" })).status).toBe(400);
    expect((await api("publisher", "PUT", "/999999", { state: "done" })).status).toBe(404);
    expect((await api("publisher", "DELETE", `/${ids[1]}`)).status).toBe(204);
    expect((await api("publisher", "DELETE", "/999999")).status).toBe(404);
    expect((await api("publisher", "GET", "?before=x")).status).toBe(400);
  });

  test("goes with its work: it is renamed with it, and deleted when it is withdrawn", async () => {
    await publish(await episode("old-name"));
    await postForm("/en/report/old-name", { words: "Of a renamed work" });
    const renamed = await episode("new-name", { formerSlugs: ["old-name"] });
    const [current] = await readCurrentRevisions(database, ["old-name"]);
    const change = { replaces: current?.digest, actor: "test", now: new Date() };
    await apply(database, env.BLOBS, { record: renamed, ...change });
    expect(await pageOf(publisher)).toContain('href="/staff/works/new-name"');
    const withdrawalNotice = { en: "A participant asked for it." };
    const request = { slug: "new-name", replaces: undefined, actor: "test", now: new Date() };
    await withdraw(database, env.BLOBS, request, withdrawalNotice);
    expect(await pageOf(publisher)).not.toContain("Of a renamed work");
    const { results } = await env.DB.prepare("select slug from reports").all();
    expect(results).not.toContainEqual({ slug: "new-name" });
  });

  test("is removed by the sweep 30 days after it was done or deleted", async () => {
    await postAs(publisher, `${inbox}/${ids[0]}`, { change: "done" });
    await postAs(publisher, `${inbox}/${ids[1]}`, { change: "delete" });
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    const run = async (days: number, dryRun = false) =>
      (await sweep(database, env.BLOBS, { now: later(days), dryRun })).reports;
    expect(await run(29)).toBe(0);
    expect(await run(31, true)).toBe(2);
    expect(await run(31)).toBe(2);
    const { results } = await env.DB.prepare("select id from reports").all();
    expect(results.map(({ id }) => String(id))).toEqual([ids[2]]);
    const counts = await env.DB.prepare("select * from report_counts").all();
    expect(counts.results).toEqual([]);
  });
});

test("the inbox speaks Spanish, and says when readers can't send anything", async () => {
  const page = await pageOf(publisher, `${inbox}?lang=es`);
  expect(page).toContain("Marcar como resuelto");
  await publish(librarySettings());
  expect(await pageOf(publisher)).toContain("reportMistakes: inbox");
});
