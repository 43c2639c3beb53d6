import { afterAll, beforeAll, expect, test } from "vitest";
import { startHost } from "../support/host.ts";
import { openLibrary } from "../support/library.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
const series = "how-did-we-get-here";
let host: Awaited<ReturnType<typeof startHost>>;

beforeAll(async () => {
  host = await startHost(`${url}/embed/series/${series}?lang=es`);
});
afterAll(() => host.stop());

for (const javaScriptEnabled of [true, false]) {
  test(`a series in a frame changes its film there, ${javaScriptEnabled ? "by keyboard" : "without script"}`, async () => {
    const { page, leave } = await visit(browser(), { javaScriptEnabled }, [host.url]);
    await page.goto(host.url);
    const frame = page.frameLocator("iframe");
    const current = frame.locator("nav [aria-current=page]");
    await current.waitFor();
    expect(await frame.locator("nav [aria-current]").count()).toBe(1);
    expect(await current.textContent()).toContain("La criminalización de la migración");
    const next = frame.locator("nav p a");
    const title = await next.textContent();
    await next.focus();
    await next.press("Enter");
    await frame.locator(`nav [aria-current]:text-is(${JSON.stringify(title)})`).waitFor();
    expect(await frame.locator("h1").textContent()).toContain(title);
    expect(page.url()).toBe(`${host.url}/`);
    await leave();
  });
}

test("a content warning is in the film's place until it is closed, at every width and without script", async () => {
  // A library of its own: a film of the same name would be in other tests' lists.
  const library = await openLibrary();
  const { url, token } = library;
  const slug = "with-a-warning";
  // What would make the copy a part of other tests' pages.
  const left = ["formerSlugs", "credits", "related", "series", "episode"];
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await fetch(`${url}/api/v1/staff/works/${film}/revisions/1`, { headers });
  const { record } = (await answer.json()) as { record: Record<string, unknown> };
  const own = Object.fromEntries(Object.entries(record).filter(([name]) => !left.includes(name)));
  const words = "It shows a raid on a home, and people who are led away. ".repeat(3);
  const warned = { ...own, slug, datePublished: "2020-01-01", contentWarning: { en: words } };
  const put = await fetch(`${url}/api/v1/staff/works/${slug}`, {
    method: "PUT",
    headers: { ...headers, "If-None-Match": "*" },
    body: JSON.stringify(warned),
  });
  expect(put.status, await put.text()).toBeLessThan(300);
  for (const [width, javaScriptEnabled] of [
    [280, false],
    [640, true],
  ] as const) {
    const height = (width * 9) / 16;
    const viewport = { width, height: Math.ceil(height) };
    const { page, leave } = await visit(browser(), { javaScriptEnabled, viewport }, [url]);
    await page.goto(`${url}/embed/${slug}?lang=en`);
    const cover = page.locator(".cover");
    await cover.waitFor();
    const film = await page.locator(".film").boundingBox();
    expect(film).toMatchObject({ y: 0, width });
    expect(await cover.boundingBox()).toMatchObject({ y: 0, width, height: film?.height });
    expect(await page.locator("video").isVisible()).toBe(false);
    await cover.locator("summary").click();
    await page.locator("video").waitFor({ state: "visible" });
    expect((await cover.boundingBox())?.height).toBeLessThan(60);
    if (javaScriptEnabled) {
      await page.locator("[data-action=play]").click();
      await cover.waitFor({ state: "detached" });
    }
    await leave();
  }
  await library.stop();
});
