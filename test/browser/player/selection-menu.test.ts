import type { Frame, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { startHost } from "../support/host.ts";
import { film, url, useBrowser, useVisit, visit } from "../support/visit.ts";

const browser = useBrowser();
/** Headless Chromium may write to the clipboard, but needs permission to read it. */
const visited = useVisit({ permissions: ["clipboard-read", "clipboard-write"] });

/** Selects from a text in one caption to a text in another, as dragging or a screen reader does. */
async function select(page: Page | Frame, from: string, to: string): Promise<void> {
  await page.locator("[data-transcript] [data-start]").first().waitFor();
  await page.evaluate(
    ([start = "", end = ""]) => {
      const findText = (words: string): [Node, number] => {
        for (const segment of document.querySelectorAll("[data-start]")) {
          const text = segment.firstChild;
          const place = text?.textContent?.indexOf(words) ?? -1;
          if (text && place >= 0) return [text, place];
        }
        throw new Error(`No caption has the text “${words}”.`);
      };
      const [first, offset] = findText(start);
      const [last, before] = findText(end);
      getSelection()?.setBaseAndExtent(first, offset, last, before + end.length);
    },
    [from, to],
  );
}

const selectedText = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? "");

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe("the menu for selected text", () => {
  test("names each speaker of a quotation over two speakers", async () => {
    const { page } = visited();
    await page.goto(`/en/watch/${film}`);
    await page.locator("[data-transcript] [data-start]").first().waitFor();
    // The film has one speaker: the second paragraph gets another one.
    const words = await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll("[data-transcript] p")].filter(
        (paragraph) => paragraph.querySelector(".speaker") !== null,
      );
      const parts = paragraphs.slice(0, 2).map((paragraph, index) => {
        const speaker = paragraph.querySelector(".speaker");
        if (speaker !== null) speaker.textContent = `${["Ana", "Ben"][index]} `;
        return paragraph.querySelectorAll("[data-start]");
      });
      const [first, second] = parts.map((segments) => segments[segments.length - 1]);
      const [start, end] = [first?.firstChild, second?.firstChild];
      if (!start || !end) throw new Error("The film has fewer than two paragraphs of speech.");
      getSelection()?.setBaseAndExtent(start, 0, end, end.textContent?.length ?? 0);
      return [start.textContent ?? "", second?.textContent ?? ""];
    });
    const selectionMenu = page.getByRole("group", { name: "Selected text" });
    await selectionMenu.getByRole("button", { name: "Copy quotation" }).click();
    await selectionMenu.getByText("Quotation copied.").waitFor();
    const quotation = await readClipboard(page);
    expect(quotation).toContain(`“Ana: ${words[0]?.trim()}`);
    expect(quotation).toContain("\n\nBen: ");
    expect(quotation).toContain(words[1]?.trim());
  });

  test("quotes, links and cites the text by keyboard, and keeps the selection", async () => {
    const { page } = visited();
    await page.goto(`/en/watch/${film}`);
    await select(page, "the immigration system", "the criminal legal system");
    const selectionMenu = page.getByRole("group", { name: "Selected text" });
    await selectionMenu.waitFor();
    await page.getByText("Press Tab to copy, link to or cite").waitFor({ state: "attached" });

    await page.keyboard.press("Tab");
    const focusedText = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focusedText()).toBe("Copy quotation");
    await page.keyboard.press("Enter");
    await selectionMenu.getByText("Quotation copied.").waitFor();
    const quotation = await readClipboard(page);
    const [quoted, from, address] = quotation.split("\n");
    expect(quoted).toBe("“the immigration system and the criminal legal system”");
    expect(from).toContain("· Immigrant Justice Network (demonstration) · November 1, 2026");
    expect(address).toBe(`${url}/en/watch/${film}?t=16`);

    await page.keyboard.press("Tab");
    expect(await focusedText()).toBe("Link to this clip");
    await page.keyboard.press("Enter");
    await selectionMenu.getByText("It plays from 0:16.").waitFor();
    // It ends where the next caption starts.
    expect(await readClipboard(page)).toBe(`${url}/en/watch/${film}?t=16,22.9`);

    await page.keyboard.press("Tab");
    expect(await focusedText()).toBe("Cite");
    await page.keyboard.press("Enter");
    await selectionMenu.getByText("Citation copied.").waitFor();
    expect(await readClipboard(page)).toBe(`${from?.slice(2)}\n${url}/en/watch/${film}`);

    expect(await page.evaluate(() => getSelection()?.toString().replace(/\s+/g, " "))).toBe(
      "the immigration system and the criminal legal system",
    );
    await page.keyboard.press("Escape");
    expect(await selectionMenu.count()).toBe(0);
  });

  test.each([320, 1280])("doesn't cover the selected text at %d pixels", async (width) => {
    const { page, leave } = await visit(browser(), {
      viewport: { width, height: 640 },
      hasTouch: width < 700,
    });
    await page.goto(`/es/watch/${film}`);
    await select(page, "La serie pregunta", "a trabajar juntos");
    const selectionMenu = page.getByRole("group", { name: "Texto seleccionado" });
    // Scroll the last selected line to the lower edge of the window, where the menu would cover it.
    await page.evaluate(() => {
      const { bottom } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? { bottom: 0 };
      scrollBy(0, bottom - innerHeight + 4);
    });
    await selectionMenu.waitFor();
    const [selection, menu] = await Promise.all([
      page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON()),
      selectionMenu.evaluate((element) => element.getBoundingClientRect().toJSON()),
    ]);
    expect(menu.top).toBeGreaterThanOrEqual(selection.bottom - 1);
    expect(menu.bottom).toBeLessThanOrEqual(640);
    expect(menu.right).toBeLessThanOrEqual(width);
    // Nothing lies over it, such as the film.
    const covered = await selectionMenu.evaluate((element) => {
      const isOnTop = (button: Element) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      };
      const buttons = [...element.querySelectorAll("button")];
      return buttons.filter((button) => !isOnTop(button)).map(({ textContent }) => textContent);
    });
    expect(covered).toEqual([]);
    await leave();
  });

  test("quotes one language of a bilingual transcript", async () => {
    const { page } = visited();
    await page.goto(`/es/watch/${film}?beside=en`);
    await select(page, "Here, two threads", "in the world was made.");
    const selectionMenu = page.getByRole("group", { name: "Texto seleccionado" });
    await selectionMenu.getByRole("button", { name: "Copiar cita" }).click();
    await selectionMenu.getByText("Cita copiada.").waitFor();
    const [first, second] = (await readClipboard(page)).split("\n");
    expect(second).toMatch(/^— /);
    expect(first).toBe(
      "«Here, two threads start far apart and wind around each other. " +
        "And it asks how the largest immigration detention system in the world was made.»",
    );
  });

  test("works in an embed in a sandbox that allows only scripts", async () => {
    const host = await startHost(`${url}/embed/${film}?lang=en&transcript=1`);
    const { page, leave } = await visit(browser(), {}, [host.url]);
    await page.goto(host.url, { waitUntil: "networkidle" });
    const frame = page.frames().find((candidate) => candidate.url().startsWith(url));
    if (frame === undefined) throw new Error("The host shows no embed.");
    await frame.locator(".transcript").hover();
    await select(frame, "A corridor", "to a light");
    const selectionMenu = frame.getByRole("group", { name: "Selected text" });
    await selectionMenu.getByRole("button", { name: "Link to this clip" }).click();
    await selectionMenu.getByText("It plays from 0:34.").waitFor();
    await leave();
    await host.stop();
  });
});

describe("when the menu for selected text opens", () => {
  /** Longer than the menu waits for a selection to stay unchanged, in milliseconds. */
  const longerThanItWaits = 500;
  const visited = useVisit();

  /** A film's page whose clock a test can set forward, in place of waiting for what must not happen. */
  async function openWithClock(): Promise<Page> {
    const { page } = visited();
    await page.clock.install();
    await page.goto(`/en/watch/${film}`);
    return page;
  }

  test("it stays closed after Escape until another text is selected", async () => {
    const page = await openWithClock();
    await select(page, "the immigration system", "the criminal legal system");
    const selectionMenu = page.getByRole("group", { name: "Selected text" });
    await selectionMenu.getByRole("button").first().focus();
    await page.keyboard.press("Escape");
    const before = await selectedText(page);
    // The menu looks for a selection whenever a pointer is released. A button leaves the selection as it is.
    await page.getByRole("button", { name: "Mute" }).click();
    await page.clock.runFor(longerThanItWaits);
    expect(await selectedText(page)).toBe(before);
    expect(await selectionMenu.count()).toBe(0);
    await select(page, "A corridor", "to a light");
    await selectionMenu.waitFor();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await selectionMenu.waitFor({ state: "detached" });
  });

  test("it opens once a selection by mouse or keyboard stays unchanged", async () => {
    const page = await openWithClock();
    const segment = page.locator("[data-start]", { hasText: "It was made by the makers" });
    await segment.scrollIntoViewIfNeeded();
    const box = await segment.evaluate((element) => element.getClientRects()[0]?.toJSON());
    const selectionMenu = page.getByRole("group", { name: "Selected text" });
    await page.mouse.move(box.left + 2, box.top + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.left + 60, box.top + box.height / 2, { steps: 4 });
    await page.clock.runFor(longerThanItWaits);
    // While the mouse button is down the menu stays closed.
    expect(await selectionMenu.count()).toBe(0);
    await page.mouse.up();
    await selectionMenu.waitFor();
    const before = await selectedText(page);
    await page.keyboard.press("Shift+Control+ArrowRight");
    expect((await selectedText(page)).length).toBeGreaterThan(before.length);
    expect(await selectionMenu.count()).toBe(1);
    // If a button has the focus, Tab moves to the next button, not to the menu.
    await page.getByRole("button", { name: "Previous", exact: true }).focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Next");
  });
});

test("a clip of the last caption ends with the film, even before the film is loaded", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  await select(page, "[music fades]", "[music fades]");
  await page.getByRole("button", { name: "Link to this clip" }).click();
  await page.getByText("It plays from 0:54.").waitFor();
  const [start, end] = new URL(await readClipboard(page)).searchParams.get("t")?.split(",") ?? [];
  expect(start).toBe("54.1");
  expect(Number(end)).toBeGreaterThan(55);
  expect(Number(end)).toBeLessThan(57);
});

test("a phrase across two captions is found, and counts once", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}`);
  const field = page.getByRole("searchbox", { name: "Find in the transcript" });
  await field.fill("immigration  system and THE criminal");
  await page.getByText("1 of 1").waitFor();
  const marks = page.locator(".transcript mark");
  expect(await marks.allTextContents()).toEqual(["immigration system", "and the criminal"]);
  await field.press("Enter");
  expect(await page.locator(".transcript mark[data-current]").count()).toBe(2);
  await field.fill("system");
  expect(new Set(await marks.allTextContents())).toEqual(new Set(["system"]));
  await field.fill("");
  expect(await marks.count()).toBe(0);
  expect((await page.locator(".transcript").textContent())?.replace(/\s+/g, " ")).toContain(
    "The series asks how the immigration system and the criminal legal system came to work together.",
  );
});

test("a searched phrase across two captions counts once", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}?q=%22immigration+system+and+the%22`);
  await page.getByText("1 of 1").waitFor();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  expect(await page.locator(".transcript mark[data-current]").count()).toBe(2);
});

test("a searched phrase across two captions is marked without JavaScript, too", async () => {
  const { page, leave } = await visit(browser(), { javaScriptEnabled: false });
  await page.goto(`/en/watch/${film}?q=%22immigration+system+and+the%22`);
  const marks = page.locator(".transcript mark");
  expect(await marks.allTextContents()).toEqual(["immigration system", "and the"]);
  await leave();
});
