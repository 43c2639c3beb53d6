import type { Frame, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { startHost } from "../support/host.ts";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();
/** Headless Chromium asks nobody before it writes to the clipboard; reading it back has to be allowed. */
const options = { permissions: ["clipboard-read", "clipboard-write"] };

/** Selects from words in one caption to words in another, as a drag or a screen reader does. */
async function select(page: Page | Frame, from: string, to: string): Promise<void> {
  await page.locator("[data-transcript] [data-start]").first().waitFor();
  await page.evaluate(
    ([start = "", end = ""]) => {
      const placeOf = (words: string): [Node, number] => {
        for (const segment of document.querySelectorAll("[data-start]")) {
          const text = segment.firstChild;
          const place = text?.textContent?.indexOf(words) ?? -1;
          if (text && place >= 0) return [text, place];
        }
        throw new Error(`nobody says ${words}`);
      };
      const [first, offset] = placeOf(start);
      const [last, before] = placeOf(end);
      getSelection()?.setBaseAndExtent(first, offset, last, before + end.length);
    },
    [from, to],
  );
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe("words that are selected in the transcript", () => {
  test("are quoted, linked and cited by keyboard, and stay selected", async () => {
    const { page, leave } = await visit(browser(), options);
    await page.goto(`/en/watch/${film}`);
    await select(page, "the immigration system", "the criminal legal system");
    const tools = page.getByRole("group", { name: "Selected words" });
    await tools.waitFor();
    await page.getByText("Press Tab to copy, link or cite").waitFor({ state: "attached" });

    await page.keyboard.press("Tab");
    const name = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await name()).toBe("Copy quotation");
    await page.keyboard.press("Enter");
    await tools.getByText("Quotation copied.").waitFor();
    const quotation = await copied(page);
    const [quoted, from, address] = quotation.split("\n");
    expect(quoted).toBe("“the immigration system and the criminal legal system”");
    expect(from).toContain("· Immigrant Justice Network (demonstration) · November 1, 2026");
    expect(address).toBe(`${url}/en/watch/${film}?t=16`);

    await page.keyboard.press("Tab");
    expect(await name()).toBe("Link to this clip");
    await page.keyboard.press("Enter");
    await tools.getByText("It plays from 0:16.").waitFor();
    // To where the next caption begins.
    expect(await copied(page)).toBe(`${url}/en/watch/${film}?t=16,22.9`);

    await page.keyboard.press("Tab");
    expect(await name()).toBe("Cite");
    await page.keyboard.press("Enter");
    await tools.getByText("Citation copied.").waitFor();
    expect(await copied(page)).toBe(`${from?.slice(2)}\n${url}/en/watch/${film}`);

    expect(await page.evaluate(() => getSelection()?.toString().replace(/\s+/g, " "))).toBe(
      "the immigration system and the criminal legal system",
    );
    await page.keyboard.press("Escape");
    expect(await tools.count()).toBe(0);
    // Closed is closed, until something else is selected.
    await page.waitForTimeout(400);
    expect(await tools.count()).toBe(0);
    await select(page, "A corridor", "to a light");
    await tools.waitFor();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await tools.waitFor({ state: "detached" });
    await leave();
  });

  test.each([320, 1280])("are covered by nothing at %d pixels", async (width) => {
    const { page, leave } = await visit(browser(), {
      viewport: { width, height: 640 },
      hasTouch: width < 700,
    });
    await page.goto(`/es/watch/${film}`);
    await select(page, "La serie pregunta", "a trabajar juntos");
    const tools = page.getByRole("group", { name: "Palabras seleccionadas" });
    // Its last line stands at the lower edge of the window, where the tools would lie over it.
    await page.evaluate(() => {
      const { bottom } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? { bottom: 0 };
      scrollBy(0, bottom - innerHeight + 4);
    });
    await tools.waitFor();
    const [words, box] = await Promise.all([
      page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON()),
      tools.evaluate((element) => element.getBoundingClientRect().toJSON()),
    ]);
    expect(box.top).toBeGreaterThanOrEqual(words.bottom - 1);
    expect(box.bottom).toBeLessThanOrEqual(640);
    expect(box.right).toBeLessThanOrEqual(width);
    await leave();
  });

  test("are quoted in one language where two stand side by side", async () => {
    const { page, leave } = await visit(browser(), options);
    await page.goto(`/es/watch/${film}?beside=en`);
    await select(page, "Here, two threads", "in the world was made.");
    const tools = page.getByRole("group", { name: "Palabras seleccionadas" });
    await tools.getByRole("button", { name: "Copiar cita" }).click();
    await tools.getByText("Cita copiada.").waitFor();
    const [first, second] = (await copied(page)).split("\n");
    expect(second).toMatch(/^— /);
    expect(first).toBe(
      "«Here, two threads start far apart and wind around each other. " +
        "And it asks how the largest immigration detention system in the world was made.»",
    );
    await leave();
  });

  test("have their tools in an embed as well, in a sandbox that may only run scripts", async () => {
    const host = await startHost(`${url}/embed/${film}?lang=en&transcript=1`);
    const { page, leave } = await visit(browser(), {}, [host.url]);
    await page.goto(host.url, { waitUntil: "networkidle" });
    const frame = page.frames().find((candidate) => candidate.url().startsWith(url));
    if (frame === undefined) throw new Error("the host shows no embed");
    await frame.locator(".transcript").hover();
    await select(frame, "A corridor", "to a light");
    const tools = frame.getByRole("group", { name: "Selected words" });
    await tools.getByRole("button", { name: "Link to this clip" }).click();
    await tools.getByText("It plays from 0:34.").waitFor();
    await leave();
    await host.stop();
  });

  test("are offered to a mouse and to Shift with the arrows, once the selection rests", async () => {
    const { page, leave } = await visit(browser());
    await page.goto(`/en/watch/${film}`);
    const said = page.locator("[data-start]", { hasText: "It was made by the makers" });
    await said.scrollIntoViewIfNeeded();
    const box = await said.evaluate((element) => element.getClientRects()[0]?.toJSON());
    const tools = page.getByRole("group", { name: "Selected words" });
    await page.mouse.move(box.left + 2, box.top + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.left + 60, box.top + box.height / 2, { steps: 4 });
    await page.waitForTimeout(500);
    // Nothing moves while it is still being dragged.
    expect(await tools.count()).toBe(0);
    await page.mouse.up();
    await tools.waitFor();
    const selected = () => page.evaluate(() => getSelection()?.toString() ?? "");
    const before = await selected();
    await page.keyboard.press("Shift+Control+ArrowRight");
    expect((await selected()).length).toBeGreaterThan(before.length);
    expect(await tools.count()).toBe(1);
    // Who is at a button goes on from there, not to the tools.
    await page.getByRole("button", { name: "Previous", exact: true }).focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Next");
    await leave();
  });
});

test("a clip of the last words ends with the film, before anything of it is loaded", async () => {
  const { page, leave } = await visit(browser(), options);
  await page.goto(`/en/watch/${film}`);
  await select(page, "[music fades]", "[music fades]");
  await page.getByRole("button", { name: "Link to this clip" }).click();
  await page.getByText("It plays from 0:54.").waitFor();
  const [start, end] = new URL(await copied(page)).searchParams.get("t")?.split(",") ?? [];
  expect(start).toBe("54.1");
  expect(Number(end)).toBeGreaterThan(55);
  expect(Number(end)).toBeLessThan(57);
  await leave();
});

test("a phrase is found across the border of two captions, and counts once", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/en/watch/${film}`);
  const field = page.getByRole("searchbox", { name: "Find in the transcript" });
  await field.fill("immigration  system and THE criminal");
  await page.getByText("1 of 1").waitFor();
  const marks = page.locator(".transcript mark");
  expect(await marks.allTextContents()).toEqual(["immigration system", "and the criminal"]);
  await field.press("Enter");
  expect(await page.locator(".transcript mark[data-here]").count()).toBe(2);
  await field.fill("system");
  expect(new Set(await marks.allTextContents())).toEqual(new Set(["system"]));
  await field.fill("");
  expect(await marks.count()).toBe(0);
  expect((await page.locator(".transcript").textContent())?.replace(/\s+/g, " ")).toContain(
    "The series asks how the immigration system and the criminal legal system came to work together.",
  );
  await leave();
});

test("a phrase that was searched for counts once where it runs over a caption's border", async () => {
  const { page, leave } = await visit(browser());
  await page.goto(`/en/watch/${film}?q=%22immigration+system+and+the%22`);
  await page.getByText("1 of 1").waitFor();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  expect(await page.locator(".transcript mark[data-here]").count()).toBe(2);
  await leave();
});

test("a phrase that was searched for is marked across captions, without JavaScript too", async () => {
  const { page, leave } = await visit(browser(), { javaScriptEnabled: false });
  await page.goto(`/en/watch/${film}?q=%22immigration+system+and+the%22`);
  const marks = page.locator(".transcript mark");
  expect(await marks.allTextContents()).toEqual(["immigration system", "and the"]);
  await leave();
});
