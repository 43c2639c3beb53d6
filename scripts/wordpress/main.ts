/**
 * `node scripts/wordpress/main.ts [screenshot.png]`: pastes the address of a film into a post of a real WordPress,
 * looks whether it plays there in a frame of the right height, and takes a picture. It isn't part of `npm test`,
 * since WordPress must be installed: on Debian
 * `apt install --no-install-recommends wordpress wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server`.
 * Without a theme WordPress answers with empty pages.
 */
import { chromium } from "playwright-core";
import { launchOptions } from "../../test/browser/support/chromium.ts";
import { startLibrary, temporaryFolder } from "../../test/browser/support/start.ts";
import { startWordPress } from "./wordpress.ts";

const [screenshot = "wordpress.png"] = process.argv.slice(2);
/** What a player shows at least: WordPress clamps a frame's height to 200 to 1000 pixels. */
const [minHeight, maxHeight] = [200, 1000];

const state = await temporaryFolder();
const library = await startLibrary(state.folder);
const wordPress = await startWordPress(library.url);
const browser = await chromium.launch(await launchOptions());
try {
  const address = `${library.url}/es/watch/criminalizing-migration`;
  const post = await wordPress.publish("A film", `Look at this:\n\n${address}\n\nMore text.`);
  const page = await browser.newPage({ viewport: { width: 1000, height: 1000 } });
  await page.goto(post);
  const element = page.locator("iframe.wp-embedded-content");
  await element.waitFor();
  const frame = element.contentFrame();
  await frame.locator("video").waitFor();
  await frame.getByRole("button").first().waitFor();
  await frame.locator("video").evaluate((video: HTMLVideoElement) => video.play());
  const isPlaying = await frame.locator("video").evaluate(
    (video: HTMLVideoElement) =>
      new Promise<boolean>((resolve) => {
        video.addEventListener("timeupdate", () => resolve(true), { once: true });
        setTimeout(() => resolve(false), 30_000);
      }),
  );
  const box = await element.boundingBox();
  // WordPress keeps the height of the oEmbed answer, which is the film's; the title follows below.
  const film = await frame.locator("video").evaluate((video: HTMLVideoElement) => {
    const { top, bottom } = video.getBoundingClientRect();
    return { top, empty: Math.round(document.documentElement.clientHeight - bottom) };
  });
  await page.screenshot({ path: screenshot });
  const height = Math.round(box?.height ?? 0);
  const results: readonly (readonly [string, boolean])[] = [
    [`the address became a frame of ${Math.round(box?.width ?? 0)} × ${height} pixels`, height > 0],
    [`which is within ${minHeight} to ${maxHeight}`, height >= minHeight && height <= maxHeight],
    [
      `and shows the film whole, with ${film.empty} pixels below it`,
      film.top >= 0 && film.empty >= -1 && film.empty <= 4,
    ],
    ["the film plays in it", isPlaying],
  ];
  for (const [what, isRight] of results) console.log(`${isRight ? "yes" : "NO "}  ${what}`);
  console.log(`See ${screenshot}`);
  process.exitCode = results.every(([, isRight]) => isRight) ? 0 : 1;
} finally {
  await browser.close();
  await wordPress.stop();
  await library.stop();
  await state.remove();
}
