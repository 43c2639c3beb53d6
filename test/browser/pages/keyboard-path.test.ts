import { expect, test } from "vitest";
import { playFrom, pressPlay, showCaptions, slowDown, waitForFilm } from "../support/film.ts";
import { horizontalOverflow } from "../support/layout.ts";
import { film, headingOf, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

test.each([
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
])(
  "a viewer goes from the home page to the series, plays an episode, reads Vietnamese captions, then switches to Spanish, at $width px",
  async (viewport) => {
    const { page, leave } = await visit(browser(), { viewport });
    await page.goto("/en/");
    expect(await horizontalOverflow(page)).toBe(0);

    await page.getByRole("link", { name: "How Did We Get Here?" }).first().click();
    await page.waitForURL("**/en/series/how-did-we-get-here");
    expect(await headingOf(page)).toBe("How Did We Get Here?");
    expect(await horizontalOverflow(page)).toBe(0);

    await page.getByRole("link", { name: "Criminalizing Migration", exact: true }).click();
    await page.waitForURL(`**/en/watch/${film}`);
    expect(await headingOf(page)).toBe("Criminalizing Migration");
    expect(await horizontalOverflow(page)).toBe(0);

    await pressPlay(page);
    const start = await waitForFilm(page, ({ time, width }) => time > 0 && width > 0);
    await waitForFilm(page, ({ time }) => time > start.time + 0.5);
    expect((await waitForFilm(page, (now) => now.words.length > 0)).showing).toEqual(["en"]);

    await showCaptions(page, "vi");
    await slowDown(page);
    await playFrom(page, 2.5);
    const shown = await waitForFilm(page, ({ words }) => words.includes("Đây là bản minh họa."));
    expect(shown.showing).toEqual(["vi"]);

    // The menu of a narrow header.
    const menu = page.locator(".languages-button");
    if (await menu.isVisible()) await menu.click();
    await page.locator(".languages").getByRole("link", { name: "español" }).click();
    await page.waitForURL(`${url}/es/watch/${film}`);
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    expect(await horizontalOverflow(page)).toBe(0);
    const transcript = page.locator("[data-transcript]");
    expect(await transcript.textContent()).toContain("La hicieron quienes crean este programa,");

    await slowDown(page);
    // An element of its own once the script is there: before, its paragraph would be clicked in the middle.
    await transcript
      .locator("[data-start]", { hasText: "La serie pregunta cómo el sistema de inmigración" })
      .click();
    const spoken = await waitForFilm(page, ({ words, paused }) => words.length > 0 && !paused);
    expect(spoken.showing).toEqual(["es"]);
    expect(spoken.time).toBeGreaterThan(15);
    expect(spoken.time).toBeLessThan(17);
    await playFrom(page, 16.5);
    await waitForFilm(page, ({ words }) =>
      words.includes("La serie pregunta cómo\nel sistema de inmigración"),
    );
    await leave();
  },
);
