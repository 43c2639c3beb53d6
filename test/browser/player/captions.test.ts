import { expect, test } from "vitest";
import {
  pause,
  pauseAt,
  playFrom,
  showCaptions,
  slowDown,
  stateOf,
  waitForFilm,
} from "../support/film.ts";
import { film, useVisit } from "../support/visit.ts";

const visited = useVisit();

const spoken = [
  { language: "en", time: 19.001, words: "and the criminal legal system\ncame to work together." },
  { language: "es", time: 51.478, words: "¿Qué preguntaría usted primero?" },
  {
    language: "vi",
    time: 28.377,
    end: 34.046,
    words: "Và cũng hỏi: hệ thống giam giữ di trú\nlớn nhất thế giới đã ra đời như thế nào?",
  },
];

test.each(spoken)(
  "the $language page shows its captions at their time",
  async ({ language, time, words }) => {
    const { page } = visited();
    await page.goto(`/${language}/watch/${film}`);
    expect((await stateOf(page)).showing).toEqual([language]);
    await pauseAt(page, time - 0.05);
    await waitForFilm(page, (now) => !now.words.includes(words));
    await slowDown(page);
    await playFrom(page, time - 0.05);
    const shown = await waitForFilm(page, (now) => now.words.includes(words));
    expect(shown.words).toEqual([words]);
    expect(shown.time).toBeGreaterThanOrEqual(time);
  },
);

test("a Vietnamese caption lasts as long as the two English captions that it translates", async () => {
  const { page } = visited();
  const [, , { end = 0, words = "" } = {}] = spoken;
  await page.goto(`/vi/watch/${film}`);
  await pauseAt(page, end - 0.05);
  await waitForFilm(page, (now) => now.words.includes(words));
  await pauseAt(page, end + 0.05);
  await waitForFilm(page, (now) => !now.words.includes(words));
});

test.each(["en", "es", "vi"])("%s captions are drawn over the picture", async (language) => {
  const { page } = visited();
  await page.goto(`/${language}/watch/${film}`);
  await playFrom(page, 20);
  await waitForFilm(page, (now) => now.words.length > 0);
  await pause(page);
  const video = page.locator("video");
  // Hide the controls, which fade out: then only the captions can differ.
  await video.evaluate((element) => element.removeAttribute("controls"));
  await video.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const takeScreenshot = async () => (await video.screenshot()).toString("base64");
  const withCaptions = await takeScreenshot();
  expect(await takeScreenshot()).toBe(withCaptions);
  await showCaptions(page, "none");
  expect(await takeScreenshot()).not.toBe(withCaptions);
});

test("the address can ask for captions in another language than the page's, or for none", async () => {
  const { page } = visited();
  await page.goto(`/en/watch/${film}?captions=vi`);
  expect((await stateOf(page)).showing).toEqual(["vi"]);
  await page.goto(`/en/watch/${film}?captions=none`);
  expect((await stateOf(page)).showing).toEqual([]);
});
