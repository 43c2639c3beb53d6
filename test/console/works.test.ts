import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { rollback } from "../../src/publishing/rollback.ts";
import { publishSampleLibrary } from "../support/addresses.ts";
import { get, jsonOf } from "../support/ask.ts";
import {
  database,
  document,
  episode,
  librarySettings,
  publish,
  staffToken,
  track,
  vtt,
} from "../support/library.ts";
import { getAs, postAs, type SignedIn, signIn } from "./support.ts";

let staff: SignedIn;

beforeAll(async () => {
  await publishSampleLibrary();
  await publish(librarySettings({ interfaceLanguages: ["en", "es"] }));
  const machine = {
    ...(await track("vi", vtt("Xin chào.", "Hẹn gặp."))),
    origin: "machine" as const,
  };
  const film = await episode("machine-made");
  await publish({ ...film, captions: [...film.captions, machine] });
  const stale = await document("stale-paper");
  const texts = stale.texts.map((text) =>
    text.inLanguage === "es" ? { ...text, stale: true } : text,
  );
  await publish({ ...stale, texts });
  const english = await episode("english-only");
  await publish({ ...english, captions: english.captions.slice(0, 1) });
  await publish(
    await episode("silent", { inLanguage: "zxx", captions: [], name: { en: "50% silent" } }),
  );
  await staffToken("staff-secret", { scopes: "publish" });
  staff = await signIn("staff-secret");
});

/** The slugs that a page of the list has, in its order. */
async function listed(query = ""): Promise<string[]> {
  const page = await (await getAs(staff, `/staff${query}`)).text();
  return [...page.matchAll(/<h2><a href="\/staff\/works\/([a-z0-9-]+)"/g)].map(
    ([, slug]) => slug ?? "",
  );
}

describe("the list of works", () => {
  test("has every work of any status, the last changed first", async () => {
    const all = await listed();
    expect(all.slice(0, 3)).toEqual(["silent", "english-only", "stale-paper"]);
    expect(all).toEqual(expect.arrayContaining(["draft", "soon", "gone", "tale", "library"]));
    await rollbackAndForth("film");
    expect((await listed())[0]).toBe("film");
  });

  test.each([
    ["?status=draft", ["draft"]],
    ["?status=scheduled", ["soon"]],
    ["?status=withdrawn", ["gone", "gone-paper"]],
    ["?needs=machine", ["machine-made"]],
    ["?needs=machine&language=es", []],
    ["?needs=stale", ["stale-paper"]],
    ["?needs=missing", ["english-only"]],
    ["?needs=missing&language=vi&find=made", []],
    ["?find=SILENT", ["silent"]],
    ["?find=50%25", ["silent"]],
    ["?find=_", []],
    ["?find=' or 1=1 --", []],
    ["?language=vi", ["machine-made"]],
  ])("finds with %s", async (query, slugs) => {
    expect((await listed(query)).sort()).toEqual(slugs);
  });

  test("leaves out what an address says wrongly", async () => {
    const all = await listed();
    expect(await listed("?status=&needs=&language=&find=&after=")).toEqual(all);
    expect(await listed("?status=x&needs=x&language=%00&after=x~y~z")).toEqual(all);
  });

  test("goes on page by page, each work once", async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    // Each is a copy of one document's rows: publishing sixty would take seconds.
    await publish(await document("many-first"));
    for (const table of ["revisions", "works"]) {
      await copyRows(
        table,
        numbers.map((number) => `many-${number}`),
      );
    }
    const first = await (await getAs(staff, "/staff?find=many-")).text();
    const [, next = ""] = /rel="next" href="([^"]+)"/.exec(first) ?? [];
    const pages = [
      ...(await listed("?find=many-")),
      ...(await listed(next.replace("/staff", "").replaceAll("&amp;", "&"))),
    ];
    expect(pages).toHaveLength(61);
    expect(new Set(pages).size).toBe(61);
  });
});

/** Inserts rows like that of `many-first` under other slugs. */
async function copyRows(table: string, slugs: readonly string[]): Promise<void> {
  const { results } = await env.DB.prepare(
    `select * from ${table} where slug = 'many-first'`,
  ).all();
  const row = results[0] ?? {};
  // The slug is in the record too.
  const rowFor = (slug: string): Record<string, unknown> =>
    JSON.parse(JSON.stringify(row).replaceAll("many-first", slug));
  const marks = Object.keys(row).map(() => "?");
  const insert = env.DB.prepare(
    `insert into ${table} (${Object.keys(row).join(", ")}) values (${marks.join(", ")})`,
  );
  await env.DB.batch(slugs.map((slug) => insert.bind(...Object.values(rowFor(slug)))));
}

/** Changes a work twice, so that it is as it was. */
async function rollbackAndForth(slug: string): Promise<void> {
  await publish(await episode(slug, { name: { en: "Other" } }));
  const request = { slug, replaces: undefined, actor: "test", now: new Date() };
  await rollback(database, env.BLOBS, request, 1);
}

describe("a work's names and descriptions", () => {
  const fields = {
    "name.en": "A better title",
    "name.es": "Un título mejor",
    "name.vi": " ",
    "description.en": "First line\r\nsecond line",
    "description.es": "",
  };

  /** The hidden fields of the form that an answer has. */
  const hidden = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([0-9a-f]{64})"`).exec(html)?.[1] ?? "";

  test("are planned first, and published as planned", async () => {
    const path = "/staff/works/machine-made/texts";
    const form = await (await getAs(staff, path)).text();
    expect(form).toContain("Película machine-made");
    const plan = await (
      await postAs(staff, path, { ...fields, step: "plan", replaces: hidden(form, "replaces") })
    ).text();
    expect(plan).toContain("~ en title: “Film machine-made” → “A better title”");
    expect(plan).toContain("- es description: “Sobre machine-made”");
    const nameOf = async () => (await jsonOf(await get("/api/v1/works/machine-made"))).name;
    expect(JSON.stringify(await nameOf())).not.toContain("better");

    const confirmed = { step: "apply", planned: hidden(plan, "planned") };
    const replaces = hidden(plan, "replaces");
    // Fields that were changed after the plan are planned again, and nothing is published.
    const other = { ...fields, "name.en": "Not planned", ...confirmed, replaces };
    const again = await (await postAs(staff, path, other)).text();
    expect(again).toContain("→ “Not planned”");
    expect(JSON.stringify(await nameOf())).not.toContain("Not planned");

    const done = await postAs(staff, path, { ...fields, ...confirmed, replaces });
    expect(done.headers.get("Location")).toBe("/staff/works/machine-made?done=texts");
    const { record } = await jsonOf(
      await getAs(staff, "/staff/api/works/machine-made/revisions/2"),
    ).then((answer) => answer as { record: Record<string, unknown> });
    expect(record).toMatchObject({
      name: { en: "A better title", es: "Un título mejor" },
      description: { en: "First line\nsecond line" },
      captions: expect.any(Array),
    });
    const history = await jsonOf(await getAs(staff, "/staff/api/works/machine-made/history"));
    expect(history.events).toMatchObject([{ actor: "Someone", action: "apply" }, {}]);
  });

  test("come back with what was written if a colleague published meanwhile", async () => {
    const path = "/staff/works/stale-paper/texts";
    const form = await (await getAs(staff, path)).text();
    const written = { "name.en": "My title", replaces: hidden(form, "replaces") };
    const plan = await (await postAs(staff, path, { ...written, step: "plan" })).text();
    await publish(await document("stale-paper", { name: { en: "A colleague's title" } }));
    const refused = await postAs(staff, path, {
      ...written,
      step: "apply",
      planned: hidden(plan, "planned"),
      replaces: hidden(plan, "replaces"),
    });
    expect(refused.status).toBe(412);
    const text = await refused.text();
    expect(text).toContain("Someone else changed stale-paper meanwhile: test made revision 2");
    expect(text).toContain("~ en title: “Paper stale-paper” → “A colleague&#39;s title”");
    // Both changes are in the form: what was written, and the Spanish title that the colleague removed.
    expect(text).toContain(">My title</textarea>");
    expect(text).not.toContain(">Papel stale-paper</textarea>");
    const again = { ...written, replaces: hidden(text, "replaces"), step: "plan" };
    expect(await (await postAs(staff, path, again)).text()).toContain(
      "~ en title: “A colleague&#39;s title” → “My title”",
    );
  });

  test("must be right, in the words of the command line", async () => {
    const path = "/staff/works/english-only/texts";
    const form = await (await getAs(staff, path)).text();
    const answer = await postAs(staff, path, {
      replaces: hidden(form, "replaces"),
      "name.en": "",
      "name.es": "",
      "description.en": "x".repeat(200_000),
      step: "plan",
    });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain("<li>name: ");
    expect(text).toContain("<li>description.en: ");
    expect(text).toContain(`>${"x".repeat(200_000)}</textarea>`);
  });

  test("name nobody who isn't public", async () => {
    const credits = [{ name: "Rosa Quispe", role: "participant", public: false }];
    await publish(await document("with-credit", { credits }));
    const path = "/staff/works/with-credit/texts";
    const form = await (await getAs(staff, path)).text();
    const written = { "name.en": "Rosa Quispe speaks", replaces: hidden(form, "replaces") };
    const plan = await (await postAs(staff, path, { ...written, step: "plan" })).text();
    const confirmed = { ...written, step: "apply", planned: hidden(plan, "planned") };
    const refused = await postAs(staff, path, confirmed);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(">Rosa Quispe speaks</textarea>");
    expect((await (await get("/en/read/with-credit")).text()).includes("Rosa")).toBe(false);
  });
});

describe("withdrawing", () => {
  test("takes a notice in each language, with line ends as readers see them", async () => {
    await publish(await episode("to-withdraw"));
    const answer = await postAs(staff, "/staff/works/to-withdraw/withdraw", {
      "notice.en": "Withdrawn.\r\nOn request.",
      "notice.es": " ",
      "notice.ar": "سُحب هذا الفيلم.",
    });
    expect(answer.status).toBe(303);
    const page = await get("/en/watch/to-withdraw");
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("Withdrawn.\nOn request.");
    // Again, with another notice, the first is in the form.
    const form = await (await getAs(staff, "/staff/works/to-withdraw/withdraw")).text();
    expect(form).toContain("سُحب هذا الفيلم.</textarea>");
  });

  test("keeps what was written if a notice can't be shown", async () => {
    const answer = await postAs(staff, "/staff/works/english-only/withdraw", {
      "notice.en": "Kept",
      "notice.es": "x".repeat(2001),
    });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(">Kept</textarea>");
    expect(text).toContain("the notice in es has more than 2000 characters");
    expect((await get("/en/watch/english-only")).status).toBe(200);
  });

  test("isn't offered for a draft that was never public", async () => {
    const form = await (await getAs(staff, "/staff/works/draft/withdraw")).text();
    expect(form).not.toContain('action="/staff/works/draft/withdraw"');
    const answer = await postAs(staff, "/staff/works/draft/withdraw");
    expect(answer.status).toBe(409);
    expect((await get("/en/watch/draft")).status).toBe(404);
  });
});

test("restoring says which files are missing, and restores once they are sent", async () => {
  const paper = await document("back-again");
  await publish(paper);
  await postAs(staff, "/staff/works/back-again/withdraw");
  const form = await (await getAs(staff, "/staff/works/back-again/restore")).text();
  const [, replaces = ""] = /name="replaces" value="([0-9a-f]{64})"/.exec(form) ?? [];
  const refused = await postAs(staff, "/staff/works/back-again/restore", { replaces });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Files are missing");
  await document("back-again");
  const restored = await postAs(staff, "/staff/works/back-again/restore", { replaces });
  expect(restored.status).toBe(303);
  expect((await get("/en/read/back-again")).status).toBe(200);
});

test("a preview link shows a draft, and is made by a form only", async () => {
  expect((await getAs(staff, "/staff/works/draft/preview")).status).toBe(405);
  const page = await (await postAs(staff, "/staff/works/draft/preview")).text();
  const [, link = ""] =
    /href="https:\/\/library\.example(\/en\/watch\/draft\?preview=[\w-]+)"/.exec(page) ?? [];
  expect((await get(link)).status).toBe(200);
});

test("what isn't there is said in the words of the command line", async () => {
  for (const path of [
    "works/nothing",
    "works/nothing/withdraw",
    "works/film/rollback?revision=99",
  ]) {
    const answer = await getAs(staff, `/staff/${path}`);
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).toMatch(/There is no such (?:work|revision)/);
  }
});
