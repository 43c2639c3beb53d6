import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { videoteca } from "../run.ts";

/** The console and a folder at the same work: whichever comes second is told, and nothing is lost (DESIGN 5). */

const { url, token } = inject("library");
const staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
const slug = "console-and-folder";
const work = `/staff/works/${slug}`;
let root = "";
let cookie = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "videoteca-"));
  await mkdir(join(root, "folder"));
  await writeFile(join(root, "folder", "en.md"), "# Text\n\nA first text.\n");
  await writeFile(
    join(root, "folder", "document.yaml"),
    `kind: Document\nslug: ${slug}\ninLanguage: en\nstatus: published\nname: { en: First title }\ntexts: [{ inLanguage: en, file: en.md }]\n`,
  );
  expect((await run("apply", "folder", "--yes")).code).toBe(0);
  const signedIn = await post("/staff/sign-in", { secret: token });
  cookie = (signedIn.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
});
afterAll(() => rm(root, { recursive: true }));

const run = (...args: string[]) => videoteca(args, root, staff);

/** Sends a form, as a browser does from one of the console's pages. */
function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const headers = { Origin: new URL(url).origin, Cookie: cookie };
  const body = new URLSearchParams(fields);
  return fetch(url + path, { method: "POST", headers, body, redirect: "manual" });
}

async function open(path: string): Promise<string> {
  return (await fetch(url + path, { headers: { Cookie: cookie } })).text();
}

/** The hidden fields of a page's forms. */
function hiddenFields(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value]));
}

test("what is published in the console stops an older folder, and pull brings it", async () => {
  const path = `${work}/drafts/text/en`;
  const text = "# Text\r\n\r\nWritten in the console.\r\n";
  const begun = hiddenFields(await open(path));
  expect((await post(path, { ...begun, text, state: "ready" })).status).toBe(303);
  const { token: formToken = "", version = "" } = hiddenFields(await open(path));
  const plan = await post(`${path}/publish`, { token: formToken, version, step: "plan" });
  const confirmed = { ...hiddenFields(await plan.text()), step: "apply" };
  expect((await post(`${path}/publish`, confirmed)).status).toBe(303);

  await writeFile(join(root, "folder", "en.md"), "# Text\n\nWritten in the folder.\n");
  const stopped = await run("apply", "folder", "--yes");
  expect(stopped.code).toBe(1);
  expect(stopped.stdout).toContain("would undo");
  expect(stopped.stdout).toContain("Nothing was published.");

  expect((await run("pull", slug, "pulled")).code).toBe(0);
  const pulled = await readFile(join(root, "pulled", "en.md"), "utf8");
  expect(pulled).toBe(text.replaceAll("\r\n", "\n"));
  expect((await run("plan", "pulled")).code).toBe(0);
});

test("a folder's publication while a form is open is told in the form, with what was written", async () => {
  const form = hiddenFields(await open(`${work}/texts`));
  const written = { ...form, "name.en": "Title of the console" };
  const plan = hiddenFields(
    await (await post(`${work}/texts`, { ...written, step: "plan" })).text(),
  );

  const manifest = join(root, "pulled", "document.yaml");
  const before = await readFile(manifest, "utf8");
  await writeFile(manifest, before.replace("First title", "Title of the folder"));
  expect((await run("apply", "pulled", "--yes")).code).toBe(0);

  const refused = await post(`${work}/texts`, { ...written, ...plan, step: "apply" });
  expect(refused.status).toBe(412);
  const page = await refused.text();
  expect(page).toContain("“First title” → “Title of the folder”");
  expect(page).toContain(">Title of the console</textarea>");
  expect(await (await fetch(`${url}/en/read/${slug}`)).text()).toContain("Title of the folder");

  const again = { ...written, ...hiddenFields(page) };
  const second = await post(`${work}/texts`, { ...again, step: "plan" });
  const confirmed = { ...again, ...hiddenFields(await second.text()), step: "apply" };
  expect((await post(`${work}/texts`, confirmed)).status).toBe(303);
  expect((await run("plan", "pulled")).stdout).toContain("would undo");
});
