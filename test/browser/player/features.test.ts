import { afterAll, beforeAll, describe, test } from "vitest";
import { described, startFullLibrary } from "../support/full-library.ts";
import type { Library } from "../support/library.ts";
import { places, showIn } from "../support/places.ts";
import { useBrowser } from "../support/visit.ts";
import { captionFeatures } from "./features/captions.ts";
import { leadingFeatures } from "./features/leading.ts";
import { playingFeatures } from "./features/playing.ts";
import { transcriptFeatures } from "./features/transcript.ts";

/** Everything that a viewer can do, in every place where they may meet a film (issue 6). */

const features = [
  ...captionFeatures,
  ...transcriptFeatures,
  ...playingFeatures,
  ...leadingFeatures,
];

const browser = useBrowser();
let library: Library;
beforeAll(async () => {
  library = await startFullLibrary();
});
afterAll(() => library.stop());

describe.each(places.map((where) => [where.name, where] as const))("in %s", (_place, where) => {
  test.each(features.map((feature) => [feature.name, feature] as const))(
    "%s",
    (_name, { film = described, parameters = "", check }) =>
      showIn(browser(), where, library.url, film, parameters, check),
  );
});
