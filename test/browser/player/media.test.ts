import { expect, test } from "vitest";
import { film, url, useBrowser, visit } from "../support/visit.ts";

const browser = useBrowser();

test.each(["webm", "mp4"])("the %s film plays, by range requests", async (extension) => {
  const { page, leave } = await visit(browser());
  await page.goto(`/en/watch/${film}`);
  const source = page.locator(`video source[src$=".${extension}"]`);
  const address = await source.getAttribute("src");
  const type = await source.getAttribute("type");

  const answer = page.waitForResponse((response) => response.url() === url + address);
  const state = await page.evaluate(
    async ([src, mimeType]) => {
      const video = document.createElement("video");
      const rating = video.canPlayType(mimeType ?? "");
      video.src = src ?? "";
      await video.play();
      while (video.currentTime < 0.3) await new Promise((resolve) => setTimeout(resolve, 50));
      const ready = new Promise((resolve) => video.addEventListener("seeked", resolve));
      video.currentTime = 40;
      await ready;
      while (video.currentTime < 40.2) await new Promise((resolve) => setTimeout(resolve, 50));
      return { rating, width: video.videoWidth, height: video.videoHeight, file: video.currentSrc };
    },
    [address, type],
  );
  expect(state).toEqual({ rating: "probably", width: 640, height: 360, file: url + address });

  const response = await answer;
  expect((await response.request().allHeaders()).range).toMatch(/^bytes=\d+-/);
  expect(response.status()).toBe(206);
  expect(response.headers()["content-range"]).toMatch(/^bytes \d+-\d+\/\d+$/);
  await leave();
});

test("nothing of the film is downloaded before it plays", async () => {
  const { page, requests, leave } = await visit(browser());
  await page.goto(`/en/watch/${film}`, { waitUntil: "networkidle" });
  expect(requests.filter((address) => /\.(webm|mp4|m4a)/.test(address))).toEqual([]);
  expect(requests.filter((address) => /\/media\/.*\.webp$/.test(address))).not.toEqual([]);
  await leave();
});
