import { afterAll, beforeAll, describe, test } from "vitest";
import { described, startFullLibrary } from "../../support/full-library.ts";
import { startHost } from "../../support/host.ts";
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
export function testFeaturesIn({ name: placeName, permissions }: Place): void {
  const browser = useBrowser();
  const origins: string[] = [];
  let library: Library;
  let host: Awaited<ReturnType<typeof startHost>> | undefined;
  let shared: Visit;

  const open = () =>
    visit(browser(), { permissions: ["clipboard-read", "clipboard-write"] }, origins);

  beforeAll(async () => {
    library = await startFullLibrary();
    // One host for all films: `leave` opens each origin that was visited, to read its storage.
    if (permissions !== undefined) host = await startHost("about:blank", permissions);
    origins.push(library.url, ...(host === undefined ? [] : [host.url]));
    shared = await open();
  });
  afterAll(async () => {
    await shared.leave();
    await host?.stop();
    await library.stop();
  });

  describe(`in ${placeName}`, () => {
    test.each(features.map((feature) => [feature.name, feature] as const))(
      "%s",
      async (_name, { film = described, parameters = "", changesPage = false, check }) => {
        const visited = changesPage ? await open() : shared;
        await showIn(visited, host?.url, { library: library.url, slug: film, parameters }, check);
        if (visited !== shared) await visited.leave();
      },
    );
  });
}
