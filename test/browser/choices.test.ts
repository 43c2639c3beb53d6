import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pause, playFrom, waitForFilm } from "./film.ts";
import { film, url, useBrowser, visit } from "./visit.ts";

const browser = useBrowser();
const address = `/en/watch/${film}`;

/** Lets the bar bear more than the demonstration's films have. */
async function withAttributes(page: Page, attributes: string): Promise<void> {
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(" data-original=", ` ${attributes}$&`);
    await route.fulfill({ response, body });
  });
}

async function openPlayback(page: Page) {
  const bar = page.getByRole("group", { name: "Player" });
  await bar.getByRole("button", { name: "Playback" }).click();
  return bar;
}

test("descriptions in a text track are shown over the film, or read aloud", async () => {
  const { page, leave } = await visit(browser());
  await withAttributes(page, `data-described="/captions/${film}/en.vtt" data-described-in="en"`);
  await page.addInitScript(() => {
    // A machine without a voice says nothing: what it is given to say is what counts.
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    speechSynthesis.speak = ({ text }) => spoken.push(text);
  });
  await page.goto(address);
  const bar = await openPlayback(page);
  const choice = bar.getByLabel("Descriptions of the picture");
  await choice.selectOption("text");
  await playFrom(page, 19.2);
  await page.locator(".described").getByText("and the criminal legal system").waitFor();
  await choice.selectOption("voice");
  const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  await expect.poll(async () => (await spoken()).join(" ")).toContain("criminal legal system");
  expect(await page.locator(".described").textContent()).toBe("");
  await choice.selectOption("");
  await leave();
});

test("the place is kept once that is asked for, and forgotten again", async () => {
  const { page, leave } = await visit(browser());
  const kept = () => page.evaluate(() => localStorage.length);
  await page.goto(address);
  await playFrom(page, 20);
  await waitForFilm(page, ({ time }) => time > 20.5);
  await pause(page);
  expect(await kept()).toBe(0);
  let bar = await openPlayback(page);
  await bar.getByLabel("Remember where I stopped").check();
  expect(await kept()).toBe(2);

  await page.reload();
  bar = await openPlayback(page);
  await bar.getByText("Goes on at 0:2").waitFor();
  await page.locator("video").evaluate((video) => (video as HTMLVideoElement).play());
  const { time } = await waitForFilm(page, (now) => now.width > 0 && !now.paused);
  expect(time).toBeGreaterThan(19);
  await bar.getByLabel("Remember where I stopped").uncheck();
  await pause(page);
  expect(await kept()).toBe(0);
  await leave();
});

test("after the end the next episode is offered, and doesn't start by itself", async () => {
  const { page, leave } = await visit(browser());
  await withAttributes(page, 'data-next="/en/library" data-next-title="The second part"');
  await page.goto(address);
  await playFrom(page, 55);
  await page.getByText("Next episode: The second part").waitFor();
  expect(page.url()).toBe(url + address);
  await page.getByRole("link", { name: "The second part" }).click();
  await page.waitForURL(`${url}/en/library`);
  await leave();
});

test("the dialog makes a line that embeds the film, in the language and from the start chosen", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(address);
  await page.getByRole("button", { name: "Embed" }).click();
  const dialog = page.getByRole("dialog", { name: "Embed" });
  await dialog.getByLabel("Language").selectOption("es");
  await dialog.getByLabel("Start at").fill("0:15");
  await dialog.getByLabel("Start at").blur();
  const code = dialog.getByLabel("Code");
  expect(await code.inputValue()).toBe(
    `<iframe src="${url}/embed/${film}?lang=es&amp;t=15" title="Criminalizing Migration" style="width:100%;aspect-ratio:16/9;border:0" allow="fullscreen; picture-in-picture; clipboard-write" referrerpolicy="no-referrer" loading="lazy"></iframe>`,
  );
  const preview = page.frameLocator(".embedding iframe");
  await preview.getByRole("group", { name: "Reproductor" }).waitFor();
  await dialog.getByLabel("Size").selectOption("640x520");
  expect(await code.inputValue()).toContain('width="640" height="520"');
  await dialog.getByRole("button", { name: "Copy code" }).click();
  await dialog.getByText("Code copied.").waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
  // A dialog says that it was closed a moment later (HTML, “close the dialog”).
  await page.locator(".embedding iframe:not([src])").waitFor({ state: "attached" });
  await leave();
});

test("where the viewer saves data, the smaller film is chosen", async () => {
  const { page, requests, leave } = await visit(browser());
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch();
    const smaller = '<option data-smaller="" value="/media/smaller.mp4">Smaller film</option>';
    const body = (await response.text()).replace(/(name="version">)/, `$1${smaller}`);
    await route.fulfill({ response, body });
  });
  await page.goto(address);
  const chosen = await page.locator("[name=version]").inputValue();
  expect(chosen).toBe("/media/smaller.mp4");
  expect(requests.some((asked) => asked.includes(chosen))).toBe(false);
  await leave();
});
