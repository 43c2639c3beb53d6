import { env } from "cloudflare:workers";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { interfaceLanguages } from "../../../src/i18n/interface-languages.ts";
import { ownForm, postForm } from "../../console/support.ts";
import { publishSampleLibrary } from "../../support/addresses.ts";
import { ask, get, origin } from "../../support/ask.ts";
import { episode, librarySettings, publish } from "../../support/library.ts";

beforeAll(async () => {
  // No hour or day ends within a test.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-28T12:10:00Z") });
  await publishSampleLibrary();
  await publish(await episode("renamed", { formerSlugs: ["named"] }));
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare("delete from reports"),
    env.DB.prepare("delete from report_counts"),
  ]);
});

const storedReports = async () => (await env.DB.prepare("select * from reports").all()).results;
const form = "/en/report/film";
const pageOf = async (path: string) => (await get(path)).text();

describe("the form to report a mistake", () => {
  test.each(interfaceLanguages)(
    "is a page in %s that needs no script and isn't indexed",
    async (language) => {
      const answer = await get(`/${language}/report/film?t=3&text=es`);
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Language")).toBe(language);
      expect(answer.headers.get("Content-Security-Policy")).toContain(`form-action ${origin};`);
      expect(page).toContain('<meta name="robots" content="noindex"');
      expect(page).toContain(`<form method="post" action="/${language}/report/film"`);
      expect(page).not.toContain("<script");
      expect(page).toContain("Adiós.");
      expect(page).toMatch(/<option value="es" selected/);
      expect(page).toContain(`href="/${language}/watch/film?t=3"`);
    },
  );

  test("names the work by a link, with the label of its language beside it", async () => {
    expect(await pageOf("/ar/report/film?t=3")).toMatch(
      /<a href="\/ar\/watch\/film\?t=3">(?:(?!<\/a>|class="label").)*<\/a> <span class="label"/,
    );
  });

  test("makes browsers send its own address with it, by header and by element", async () => {
    const answer = await get(form);
    expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(await answer.text()).toContain('<meta name="referrer" content="same-origin"');
  });

  test("is linked where its work is shown, at the moment and in the language that is shown", async () => {
    expect(await pageOf("/vi/watch/film?t=3")).toContain(
      '<a href="/vi/report/film?t=3&amp;text=en" data-report="">',
    );
    for (const path of ["/en/watch/film", "/en/read/paper", "/en/series/tale"]) {
      expect(await pageOf(path)).toContain(`<a href="/en/report/${path.split("/")[3]}">`);
    }
    for (const path of ["/en/", "/en/library", "/en/watch/gone", "/en/watch/nothing"]) {
      expect(await pageOf(path)).not.toContain("/en/report/");
    }
  });

  test("answers as the work's own page does for a work that isn't public", async () => {
    for (const [slug, status] of Object.entries({
      gone: 410,
      draft: 404,
      soon: 404,
      nothing: 404,
      library: 404,
    })) {
      expect((await get(`/en/report/${slug}`)).status, slug).toBe(status);
      expect((await postForm(`/en/report/${slug}`, { words: "Wrong." })).status, slug).toBe(status);
    }
    const moved = await get("/en/report/named?t=3");
    expect(moved.status).toBe(301);
    expect(moved.headers.get("Location")).toBe("/en/report/renamed?t=3");
    expect(await storedReports()).toEqual([]);
  });

  test("takes GET, HEAD and POST", async () => {
    expect((await ask(form, { method: "HEAD" })).status).toBe(200);
    const answer = await ask(form, { method: "DELETE" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("GET, HEAD, POST");
  });
});

describe("a report", () => {
  test("keeps work, language, moment, words and day, and nothing about its reader", async () => {
    const answer = await postForm(
      form,
      {
        words: "  It says Bye.\r\nIt should say Goodbye.\0 ",
        moment: "0:03",
        t: "3.5",
        text: "en",
      },
      {
        "User-Agent": "Secret/1.0",
        "CF-Connecting-IP": "203.0.113.9",
        Cookie: "a=b",
        Referer: `${origin}/en/`,
      },
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe("/en/report/film?t=3.5&sent=1");
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect(await storedReports()).toEqual([
      {
        id: expect.any(Number),
        slug: "film",
        language: "en",
        start: 3.5,
        quote: "Good bye.",
        words: "It says Bye.\nIt should say Goodbye.",
        received_on: "2026-11-28",
        state: "open",
        done_by: null,
        done_at: null,
        deleted_by: null,
        deleted_at: null,
      },
    ]);
    const { results } = await env.DB.prepare("select * from report_counts order by slug").all();
    expect(results.map(({ slug, count }) => [slug, count])).toEqual([
      ["", 1],
      ["film", 1],
    ]);
    const thanks = await pageOf("/en/report/film?t=3.5&sent=1");
    expect(thanks).toContain("Your report has arrived.");
    expect(thanks).toContain('href="/en/watch/film?t=3.5"');
  });

  test("may be of a document, of a series, and without a moment", async () => {
    await postForm("/es/report/paper", { words: "Falta algo.", moment: "1:05", text: "es" });
    await postForm("/vi/report/tale", { words: "Sai." });
    await postForm(form, { words: "Wrong.", moment: " " });
    await postForm("/en/report/named", { words: "Renamed.", text: "fr" });
    expect(await storedReports()).toMatchObject([
      { slug: "paper", language: "es", start: null, quote: "" },
      { slug: "tale", language: "vi", start: null },
      { slug: "film", language: "en", start: null },
      { slug: "renamed", language: "en" },
    ]);
  });

  test.each<[string, { words: string; moment?: string }, string]>([
    ["without words", { words: " \r\n\t" }, "write what is wrong"],
    ["with more words than the field takes", { words: "a".repeat(2001) }, "at most 2000"],
    ["at no moment", { words: "<b>Wrong</b>", moment: "1:75" }, "minutes and seconds"],
    ["after the film's end", { words: "<b>Wrong</b>", moment: "1:05" }, "minutes and seconds"],
  ])("%s isn't kept, and nothing that was written is lost", async (_, fields, error) => {
    const answer = await postForm(form, fields);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(page).toContain(error);
    expect(page).toContain('aria-invalid="true"');
    if (fields.words.includes("<b>")) expect(page).toContain("&lt;b&gt;Wrong&lt;/b&gt;</textarea>");
    if (fields.moment !== undefined) expect(page).toContain(`value="${fields.moment}"`);
    expect(await storedReports()).toEqual([]);
  });

  test("has as many characters as the field counts, in any script", async () => {
    expect((await postForm(form, { words: "ệ".repeat(2000) })).status).toBe(303);
    expect((await postForm(form, { words: "ệ".repeat(20_000) })).status).toBe(413);
  });

  test.each([
    ["of another site", { Origin: "https://elsewhere.example" }],
    ["of a page without an origin", { Origin: "null" }],
    ["that a browser says comes from elsewhere", { "Sec-Fetch-Site": "cross-site" }],
    ["of a sibling site", { "Sec-Fetch-Site": "same-site" }],
  ])("%s is refused", async (_, headers) => {
    const answer = await postForm(form, { words: "Wrong." }, headers);
    expect(answer.status).toBe(403);
    expect(await storedReports()).toEqual([]);
  });

  test("that says nothing of where it comes from is refused", async () => {
    const { "Content-Type": type } = ownForm;
    const answer = await ask(form, {
      method: "POST",
      body: "words=a",
      headers: { "Content-Type": type },
    });
    expect(answer.status).toBe(403);
  });

  test.each(["application/json", "multipart/form-data; boundary=x", "text/plain"])(
    "as %s has no words",
    async (type) => {
      const answer = await ask(form, {
        method: "POST",
        body: "{",
        headers: { ...ownForm, "Content-Type": type },
      });
      expect(answer.status).toBe(422);
    },
  );
});

describe("the number of reports", () => {
  test("is bounded for each work and hour, whoever sends them", async () => {
    const answers: number[] = [];
    for (let count = 0; count < 21; count += 1) {
      answers.push((await postForm(form, { words: `Wrong ${count}.` })).status);
    }
    expect(answers).toEqual([...Array(20).fill(303), 429]);
    const refused = await postForm(form, { words: "Kept in the form." });
    expect(refused.headers.get("Retry-After")).toBe(String(50 * 60));
    expect(await refused.text()).toContain("Kept in the form.</textarea>");
    expect((await postForm("/en/report/paper", { words: "Another work." })).status).toBe(303);
    await env.DB.prepare("update report_counts set hour = '2020-01-01T00'").run();
    expect((await postForm(form, { words: "An hour later." })).status).toBe(303);
  });

  test("is bounded for each hour in all, and for those that are open", async () => {
    await postForm(form, { words: "One." });
    await env.DB.prepare("update report_counts set count = 100 where slug = ''").run();
    expect((await postForm("/en/report/paper", { words: "Two." })).status).toBe(429);
    await env.DB.batch([
      env.DB.prepare("delete from report_counts"),
      env.DB.prepare(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 999)
        insert into reports select null, 'film', 'en', null, '', 'x', '2026-11-28', 'open', null, null, null, null from n`),
    ]);
    expect((await postForm("/en/report/paper", { words: "Two." })).status).toBe(429);
    await env.DB.prepare(
      "update reports set state = 'done' where id = (select min(id) from reports)",
    ).run();
    expect((await postForm("/en/report/paper", { words: "Two." })).status).toBe(303);
  });

  test("of one network is bounded within a minute, before anything is counted in D1", async () => {
    const headers = { "CF-Connecting-IP": "2001:db8::1" };
    const answers: Response[] = [];
    // Cloudflare's count begins again each minute, which may be now.
    while (answers.length < 20 && answers.at(-1)?.status !== 429) {
      answers.push(await postForm("/en/report/paper", { words: "a" }, headers));
    }
    expect(answers.at(-1)?.headers.get("Retry-After")).toBe("60");
    expect(await storedReports()).toHaveLength(answers.length - 1);
    const other = { "CF-Connecting-IP": "2001:db8:1::1" };
    expect((await postForm("/en/report/paper", { words: "a" }, other)).status).toBe(303);
  });
});

test("the form doesn't exist unless the library's settings say inbox", async () => {
  for (const reportMistakes of [undefined, "mistakes@example.org", "https://example.org/form"]) {
    await publish(librarySettings({ reportMistakes }));
    expect((await get(form)).status).toBe(404);
    expect((await postForm(form, { words: "Wrong." })).status).toBe(404);
    expect(await pageOf("/en/watch/film")).not.toContain("/report/");
  }
});
