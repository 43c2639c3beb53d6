import { beforeAll, expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { episode, publish, series } from "../../support/library.ts";

beforeAll(async () => {
  await publish(series("tale", { formerSlugs: ["story"] }));
  await publish(await episode("film", { series: "tale", episode: 1, formerSlugs: ["movie"] }));
});

/** Addresses of a series for programs. */
const ofSeries = (slug: string) => [
  `/api/v1/series/${slug}?lang=es`,
  `/feeds/${slug}/es.rss`,
  `/iiif/series/${slug}/collection.json`,
  `/lms/series/${slug}.imscc?lang=es`,
];

/** Addresses of a film for programs. */
const ofFilm = (slug: string) => [
  `/api/v1/works/${slug}?lang=es`,
  `/iiif/${slug}/manifest.json`,
  `/iiif/${slug}/search?q=word`,
  `/lms/${slug}.imscc?lang=es`,
];

test.each([
  ...ofSeries("story").map((path, index) => [path, ofSeries("tale")[index]]),
  ...ofFilm("movie").map((path, index) => [path, ofFilm("film")[index]]),
])("%s leads to %s", async (path = "", current = "") => {
  const response = await ask(path, { redirect: "manual" });
  expect(response.status).toBe(301);
  expect(response.headers.get("Location")).toBe(current);
});

test.each(ofSeries("movie"))("%s is no address of a film: 404", async (path) => {
  const response = await ask(path, { redirect: "manual" });
  expect(response.status).toBe(404);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
});
