import { expect, test } from "vitest";
import { seasonsOf } from "../../src/records/seasons.ts";
import { film, seasons } from "./works.ts";

const episodeOf = (slug: string, season?: number) => ({
  ...film,
  slug,
  ...(season === undefined ? {} : { season }),
});
const { seasons: _, ...plain } = seasons;
const shown = (...args: Parameters<typeof seasonsOf>) =>
  seasonsOf(...args).map(({ number, name, episodes }) => [
    number,
    name?.en,
    episodes.map(({ slug }) => slug).join(" "),
  ]);

test("a series without seasons has its episodes in order", () => {
  expect(shown(plain, [episodeOf("b"), episodeOf("a")])).toEqual([[undefined, undefined, "b a"]]);
});

test("episodes are in the season that they name, in the series' order of seasons", () => {
  const upsideDown = { ...plain, seasons: [...(seasons.seasons ?? [])].reverse() };
  expect(shown(upsideDown, [episodeOf("a", 1), episodeOf("b", 2), episodeOf("c", 1)])).toEqual([
    [2, "Spring", "b"],
    [1, "Winter", "a c"],
  ]);
});

test("an episode that a season lists is in it, in the order of its list", () => {
  const listed = { ...plain, seasons: [{ season: 1, name: { en: "W" }, episodes: ["c", "a"] }] };
  expect(shown(listed, [episodeOf("a"), episodeOf("b", 1), episodeOf("c", 1)])).toEqual([
    [1, "W", "c a b"],
  ]);
});

test("a season that the series doesn't name has its number; one without episodes isn't shown", () => {
  expect(shown(seasons, [episodeOf("a"), episodeOf("b", 7)])).toEqual([
    [undefined, undefined, "a"],
    [7, undefined, "b"],
  ]);
});
