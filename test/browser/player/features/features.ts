import { afterAll, beforeAll, describe, test } from "vitest";
import { described, startFullLibrary } from "../../support/full-library.ts";
import type { Library } from "../../support/library.ts";
import { type Place, showIn } from "../../support/places.ts";
import { useBrowser, type Visit, visit } from "../../support/visit.ts";
import { captionFeatures } from "./captions.ts";
import { navigationFeatures } from "./navigation.ts";
import { playbackFeatures } from "./playback.ts";
import { transcriptFeatures } from "./transcript.ts";

/** Everything that a viewer can do with the player. */
const features = [
  ...captionFeatures,
  ...transcriptFeatures,
  ...playbackFeatures,
  ...navigationFeatures,
];

/**
 * Tests every feature in one place: the watch page, or a kind of embed. Each place has a test file of its
 * own, so that they run in parallel: most of their time they wait for the film.
 */
export function testFeaturesIn(place: Place): void {
  const browser = useBrowser();
  const origins: string[] = [];
  let library: Library;
  let shared: Visit;

  const open = () =>
    visit(browser(), { permissions: ["clipboard-read", "clipboard-write"] }, origins);

  beforeAll(async () => {
    library = await startFullLibrary();
    shared = await open();
  });
  afterAll(async () => {
    await shared.leave();
    await library.stop();
  });

  describe(`in ${place.name}`, () => {
    test.each(features.map((feature) => [feature.name, feature] as const))(
      "%s",
      async (_name, { film = described, parameters = "", changesPage = false, check }) => {
        const visited = changesPage ? await open() : shared;
        await showIn(
          visited,
          origins,
          place,
          { library: library.url, slug: film, parameters },
          check,
        );
        if (visited !== shared) await visited.leave();
      },
    );
  });
}
