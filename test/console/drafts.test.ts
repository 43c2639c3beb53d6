import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { get, jsonOf } from "../support/ask.ts";
import { document, episode, publish, staffToken, track, vtt } from "../support/library.ts";
import { getAs, postAs, type SignedIn, signIn } from "./support.ts";

let translator: SignedIn;
let publisher: SignedIn;
let reader: SignedIn;

beforeAll(async () => {
  await publish(await episode("film"));
  await publish(await document("paper"));
  await staffToken("translator", { name: "Lan", scopes: "read-drafts", languages: "es vi" });
  await staffToken("reader", { name: "Rosa", scopes: "read-drafts" });
  await staffToken("publisher", { name: "Ana" });
  translator = await signIn("translator");
  publisher = await signIn("publisher");
  reader = await signIn("reader");
});

const work = "/staff/works/film";
const spanish = `${work}/drafts/subtitles/es`;
const cues = vtt("Una línea nueva.", "Otra.");

/** The value of a hidden field in a page. */
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

const pageOf = async (who: SignedIn, path: string) => (await getAs(who, path)).text();

/** Saves a text in a draft's form as it is now. */
async function save(
  who: SignedIn,
  path: string,
  text: string,
  state = "working",
): Promise<Response> {
  const form = await pageOf(who, path);
  const [version, basedOn] = [hidden(form, "version"), hidden(form, "basedOn")];
  return postAs(who, path, { version, basedOn, text, state });
}

describe("a draft in the console", () => {
  test("begins with what is published, and is listed with who saved it and when", async () => {
    const form = await pageOf(translator, spanish);
    expect(form).toContain("WEBVTT");
    expect(hidden(form, "basedOn")).toMatch(/^[0-9a-f]{64}$/);
    const saved = await save(translator, spanish, cues.replaceAll("\n", "\r\n"), "ready");
    expect(saved.headers.get("Location")).toBe(`${spanish}?done=saved`);
    const page = await pageOf(publisher, spanish);
    expect(page).toContain("Una línea nueva.");
    expect(page).not.toContain("\r");
    expect(page).toContain("Saved by Lan");
    for (const list of [work, "/staff/drafts"]) {
      const text = await pageOf(reader, list);
      expect(text).toContain(`href="${spanish}"`);
      expect(text).toContain("Saved by Lan");
      expect(text).toContain(">Ready</span>");
    }
    expect(await (await get("/captions/film/es.vtt")).text()).not.toContain("nueva");
  });

  test("is read beside what is published, and published as the plan showed", async () => {
    const page = await pageOf(publisher, spanish);
    expect(page).toMatch(/<ins[^>]*>[^<]*Una línea nueva\./);
    expect(page).toMatch(/<del[^>]*>[^<]*Hola/);
    const version = hidden(page, "version");
    const plan = await (await postAs(publisher, `${spanish}/publish`, { version })).text();
    expect(plan).toMatch(/~ es captions/);
    expect(plan).toContain("The draft was saved by Lan.");
    expect(await (await get("/captions/film/es.vtt")).text()).not.toContain("nueva");
    const confirmed = {
      version,
      step: "apply",
      planned: hidden(plan, "planned"),
      replaces: hidden(plan, "replaces"),
      translator: "Lan Nguyễn",
    };
    // Another translator than the plan's is planned again.
    const again = await (await postAs(publisher, `${spanish}/publish`, confirmed)).text();
    const planned = hidden(again, "planned");
    const done = await postAs(publisher, `${spanish}/publish`, { ...confirmed, planned });
    expect(done.headers.get("Location")).toBe(`${work}?done=texts`);
    expect(await (await get("/captions/film/es.vtt")).text()).toContain("Una línea nueva.");
    const { captions } = (await jsonOf(await get("/api/v1/works/film"))) as {
      captions: { inLanguage: string }[];
    };
    expect(captions.find(({ inLanguage }) => inLanguage === "es")).toMatchObject({
      origin: "human",
      translator: "Lan Nguyễn",
      cues: 2,
    });
    const history = await jsonOf(await getAs(publisher, "/staff/api/works/film/history"));
    expect(history.events).toMatchObject([{ actor: "Ana", action: "apply" }, {}]);
    expect(await jsonOf(await getAs(publisher, "/staff/api/drafts"))).toEqual({ drafts: [] });
  });

  test("of a language that the work doesn't have becomes another track", async () => {
    const begin = await getAs(translator, `${work}/drafts?part=subtitles&language=vi`);
    const path = begin.headers.get("Location") ?? "";
    expect(path).toBe(`${work}/drafts/subtitles/vi`);
    await save(translator, path, vtt("Xin chào."), "ready");
    const version = hidden(await pageOf(publisher, path), "version");
    const plan = await (await postAs(publisher, `${path}/publish`, { version })).text();
    const [planned, replaces] = [hidden(plan, "planned"), hidden(plan, "replaces")];
    await postAs(publisher, `${path}/publish`, { version, step: "apply", planned, replaces });
    expect(await (await get("/captions/film/vi.vtt")).text()).toContain("Xin chào.");
  });

  test("of a document is its Markdown", async () => {
    const path = "/staff/works/paper/drafts/text/es";
    await save(translator, path, "# Papel\n\nTexto nuevo con <script>.");
    const page = await pageOf(publisher, path);
    expect(page).toContain("Texto nuevo con &lt;script&gt;.");
    const version = hidden(page, "version");
    const plan = await (await postAs(publisher, `${path}/publish`, { version })).text();
    const [planned, replaces] = [hidden(plan, "planned"), hidden(plan, "replaces")];
    await postAs(publisher, `${path}/publish`, { version, step: "apply", planned, replaces });
    expect(await (await get("/texts/paper/es.md")).text()).toContain("Texto nuevo");
  });

  test("that a colleague saved meanwhile is told with both texts, and nothing is lost", async () => {
    const path = `${work}/drafts/captions/en`;
    await save(publisher, path, vtt("First."));
    const form = await pageOf(publisher, path);
    const version = hidden(form, "version");
    await save(publisher, path, vtt("Theirs."));
    const refused = await postAs(publisher, path, { version, text: vtt("Mine."), basedOn: "" });
    expect(refused.status).toBe(412);
    const page = await refused.text();
    expect(page).toContain("Ana saved the draft of film, captions in en");
    expect(page).toMatch(/<textarea[^>]*>[^<]*Mine\./);
    expect(page).toMatch(/<del[^>]*>[^<]*Theirs\./);
    const now = hidden(page, "version");
    const saved = await postAs(publisher, path, { version: now, text: vtt("Both."), basedOn: "" });
    expect(saved.status).toBe(303);
    const old = await postAs(publisher, `${path}/publish`, { version });
    expect(old.status).toBe(412);
  });

  test("shows what check would say at each line, and isn't published with a mistake", async () => {
    const path = `${work}/drafts/descriptions/en`;
    const text = "WEBVTT\n\n00:01,500 --> 00:03.000\nWrong time\n\n00:04.000 --> 00:05.000\nRight";
    await save(publisher, path, text);
    const page = await pageOf(publisher, path);
    expect(page).toContain("Mistake, line 3:");
    expect(page).toContain("Write a full stop before the milliseconds");
    const version = hidden(page, "version");
    const refused = await postAs(publisher, `${path}/publish`, { version });
    expect(refused.status).toBe(422);
  });

  test("says that what is published has changed since it was begun", async () => {
    await publish(await episode("moved"));
    const path = "/staff/works/moved/drafts/subtitles/es";
    await save(translator, path, cues);
    const film = await episode("moved");
    const other = await track("es", vtt("De otra persona."));
    await publish({ ...film, captions: [...film.captions.slice(0, 1), other] });
    expect(await pageOf(publisher, path)).toContain("has changed since this draft was begun");
  });

  test("is sent back with its text and its translator's name, and deleted", async () => {
    const path = `${work}/drafts/subtitles/es`;
    await save(translator, path, vtt("Otra vez."), "ready");
    const version = hidden(await pageOf(publisher, path), "version");
    expect((await postAs(translator, `${path}/return`, { version })).status).toBe(403);
    const returned = await postAs(publisher, `${path}/return`, { version });
    expect(returned.headers.get("Location")).toBe(`${path}?done=returned`);
    const page = await pageOf(translator, path);
    expect(page).toContain(">In progress</span>");
    expect(page).toContain("Saved by Lan");
    expect((await postAs(translator, `${path}/delete`, { version })).status).toBe(412);
    const now = { version: hidden(page, "version") };
    expect((await postAs(translator, `${path}/delete`, now)).status).toBe(303);
    const rows = "select count(*) as n from drafts where slug = 'film' and language = 'es'";
    expect(await env.DB.prepare(rows).first("n")).toBe(0);
  });

  test("in a language that isn't the translator's is read only; a translator publishes nothing", async () => {
    const path = `${work}/drafts/captions/en`;
    const page = await pageOf(translator, path);
    expect(page).toMatch(/<textarea[^>]* readonly/);
    expect(page).not.toContain(`action="${path}"`);
    const answer = await postAs(translator, path, { text: "x", version: hidden(page, "version") });
    expect(answer.status).toBe(403);
    expect((await postAs(translator, `${path}/publish`)).status).toBe(403);
    expect(await pageOf(reader, work)).not.toContain("/drafts?");
  });

  test.each([
    "/film/drafts/text/es",
    "/film/drafts/subtitles/x",
    "/film/drafts/a/b",
    "/no/drafts/text/es",
  ])("is not found at %s", async (path) => {
    expect((await getAs(publisher, `/staff/works${path}`)).status).toBe(404);
  });

  test("names nobody who isn't public when it is published", async () => {
    const credits = [{ name: "Rosa Quispe", role: "participant", public: false }];
    await publish(await document("with-credit", { credits }));
    const path = "/staff/works/with-credit/drafts/text/es";
    await save(translator, path, "Rosa Quispe habla.");
    const version = hidden(await pageOf(publisher, path), "version");
    const plan = await (await postAs(publisher, `${path}/publish`, { version })).text();
    const [planned, replaces] = [hidden(plan, "planned"), hidden(plan, "replaces")];
    const confirmed = { version, step: "apply", planned, replaces };
    const refused = await postAs(publisher, `${path}/publish`, confirmed);
    expect(refused.status).toBe(422);
    expect(await (await get("/texts/with-credit/es.md")).text()).not.toContain("Rosa");
    expect(await pageOf(publisher, path)).toContain("Rosa Quispe habla.");
  });
});
