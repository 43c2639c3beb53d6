import { afterAll, beforeAll, describe, test } from "vitest";
import { described, startFullLibrary } from "../../support/full-library.ts";
import type { Library } from "../../support/library.ts";
import { type Place, showIn } from "../../support/places.ts";
import { useBrowser } from "../../support/visit.ts";
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
  let library: Library;
  beforeAll(async () => {
    library = await startFullLibrary();
  });
  afterAll(() => library.stop());

  describe(`in ${place.name}`, () => {
    test.each(features.map((feature) => [feature.name, feature] as const))(
      "%s",
      (_name, { film = described, parameters = "", check }) =>
        showIn(browser(), place, library.url, film, parameters, check),
    );
  });
}
