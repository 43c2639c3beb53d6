/**
 * Our embed beside other players, each with the same film, captions and poster, from the same server in the same run:
 * what they weigh before play, and how long until the first picture. Installs the others into bench/players/node_modules.
 * Able Player isn't on npm: ABLE_PLAYER=folder names an unpacked release of it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "../../scripts/local.ts";
import { launchOptions } from "../../test/browser/support/chromium.ts";
import { firstFrame, weigh } from "../players/measure.ts";
import { contestants } from "../players/pages.ts";
import { BenchServer } from "../players/server.ts";
import type { Part } from "../support/context.ts";
import { type Figure, medianOf } from "../support/figures.ts";
import { report } from "../support/progress.ts";

const embed = "/embed/criminalizing-migration?lang=en";
/** A page's first picture differs more from run to run than an answer's time. */
const roundsForEach = 2;

/** What a page with our embed may take against one with a bare `<video>` (DESIGN 12). */
const maxAgainstBare = 1.1;
/** The page and the poster (DESIGN 12). */
const maxRequests = 2;

export const players: Part = async (context) => {
  const ablePlayer = process.env.ABLE_PLAYER;
  const folder = join(root, "bench/players");
  if (!existsSync(join(folder, "node_modules"))) {
    spawnSync("npm", ["ci", "--ignore-scripts"], { cwd: folder, stdio: "inherit" });
  }
  const { url } = await context.demo();
  const server = new BenchServer(url, {
    npm: join(folder, "node_modules"),
    ...(ablePlayer !== undefined && { able: ablePlayer }),
  });
  const origin = await server.start();
  const browser = await chromium.launch(await launchOptions());
  try {
    const ours = await (await fetch(origin + embed)).text();
    const video = /<video[\s\S]*<\/video>/.exec(ours)?.[0];
    if (video === undefined) throw new Error(`${embed} shows no film`);
    const players = contestants(embed, video, ablePlayer !== undefined);
    server.pages = players;
    const times = players.map((): number[] => []);
    const rounds = roundsForEach * context.rounds + 1;
    // In turn, so that what else the machine does meets all of them alike; the first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [index, player] of players.entries()) {
        report(`players: round ${round} of ${rounds}, ${player.name}`);
        const time = await firstFrame(browser, origin, player);
        if (round > 0) times[index]?.push(time);
      }
    }
    const figures: Figure[] = [];
    const bare = times[0] ?? [];
    for (const [index, player] of players.entries()) {
      const { name } = player;
      const isOurs = name === "videoteca";
      const weight = await weigh(browser, server, origin, player);
      const limit = (most: number) => (isOurs ? { atMost: most } : {});
      const counted = { isCounted: isOurs };
      const ratios = times[index]?.map((time, round) => time / (bare[round] ?? Number.NaN)) ?? [];
      figures.push(
        { what: `${name}: before play`, value: weight.bytes, unit: "B", ...counted },
        {
          what: `${name}: of the film before play`,
          value: weight.filmBytes,
          unit: "B",
          ...counted,
        },
        {
          what: `${name}: requests`,
          value: weight.requests,
          unit: "requests",
          ...limit(maxRequests),
          ...counted,
        },
        {
          what: `${name}: other sites`,
          value: weight.strangers,
          unit: "sites",
          ...limit(0),
          ...counted,
        },
        {
          what: `${name}: cookies, storage`,
          value: weight.kept,
          unit: "entries",
          ...limit(0),
          ...counted,
        },
        {
          what: `${name}: first picture`,
          ...medianOf(times[index] ?? []),
          unit: "ms",
          floor: medianOf(bare).value,
          isCounted: false,
        },
        {
          what: `${name}: against bare`,
          ...medianOf(ratios),
          unit: "×",
          ...limit(maxAgainstBare),
          isCounted: false,
        },
      );
    }
    return { figures };
  } finally {
    await browser.close();
    server.stop();
  }
};
