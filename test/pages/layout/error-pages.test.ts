import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Bindings } from "../../../src/delivery/http/environment.ts";
import { interfaceLanguages } from "../../../src/i18n/interface-languages.ts";
import { stringsIn } from "../../../src/i18n/strings.ts";
import { ask, get } from "../../support/ask.ts";
import { countCost } from "../../support/count-cost.ts";
import { episode, librarySettings, publish } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

const withdrawalNotice = {
  en: "A participant asked.",
  es: "Lo pidió una participante.",
  vi: "Một người tham gia yêu cầu.",
  ar: "طلبت ذلك إحدى المشاركات.",
};

beforeAll(async () => {
  await publish(librarySettings());
  await publish(await episode("gone", { status: "withdrawn", withdrawalNotice }));
});

/** A D1 that fails every query, as in an outage. */
function brokenBindings(): Bindings {
  const { bindings } = countCost();
  const fails = () => {
    throw new Error("D1_ERROR: secret detail at works.ts:12");
  };
  return {
    ...bindings,
    DB: { ...bindings.DB, prepare: fails, batch: fails } as unknown as D1Database,
  };
}

describe.each(interfaceLanguages)("an error page in %s", (language) => {
  const strings = stringsIn(language);
  const escaped = (text: string) => text.replaceAll("'", "&#39;").replaceAll('"', "&quot;");

  test("that wasn't found offers a search for the words of the address", async () => {
    const response = await get(`/${language}/watch/two-doors_${encodeURIComponent("ngôi-nhà")}`);
    expect(response.status).toBe(404);
    const page = await pageOf(response);
    expect(page.html).toContain(escaped(strings.notFoundHelp));
    const fields = page.elements.filter(({ attributes }) => attributes.name === "q");
    expect(fields.map(({ attributes }) => attributes.value)).toEqual(["two doors ngôi nhà"]);
    const form = page.elements.find(({ name }) => name === "form");
    expect(form?.attributes.action).toBe(`/${language}/search`);
    expect(page.html).toContain('name="robots" content="noindex"');
  });

  test("for a withdrawn work gives the notice, with links to it in each language", async () => {
    const response = await get(`/${language}/watch/gone`);
    expect(response.status).toBe(410);
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    const page = await pageOf(response);
    expect(page.html).toContain(withdrawalNotice[language]);
    expect(page.html).toContain(escaped(strings.withdrawn));
    const links = page.elements.map(({ attributes }) => attributes.href);
    for (const other of interfaceLanguages) expect(links).toContain(`/${other}/watch/gone`);
  });

  test("for a server error reveals no details and doesn't query D1", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const response = await ask(`/${language}/watch/gone`, {}, brokenBindings());
    expect(response.status).toBe(500);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const html = await response.text();
    expect(html).toContain(escaped(strings.serverError));
    expect(html).not.toMatch(/secret|D1_ERROR|works\.ts|at \w+ \(/);
    // The error is in the log.
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

test("an address that can't be decoded leaves the search form empty", async () => {
  for (const path of ["/en/watch/%E0%A4%A", "/en/nothing", "/nothing", "/en/watch/%3Cb%3E"]) {
    const page = await pageOf(await get(path));
    expect(page.status, path).toBe(404);
    const field = page.elements.find(({ attributes }) => attributes.name === "q");
    expect(field?.attributes.value ?? "", path).toBe("");
    expect(page.html).toContain(`href="/en/"`);
  }
});
