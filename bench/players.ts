/**
 * `npm run bench -- players`: our embed beside other players, each with the same film, captions and poster,
 * from the same server in the same run: what they weigh before play, and how long until the first picture.
 * Needs an `npm start` that runs in another terminal. Installs the others into bench/players/node_modules.
 * Able Player isn't on npm: ABLE_PLAYER=folder names an unpacked release of it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "../scripts/local.ts";
import { launchOptions } from "../test/browser/support/chromium.ts";
import { firstFrame, weigh } from "./players/measure.ts";
import { contestants } from "./players/pages.ts";
import { BenchServer } from "./players/server.ts";

const library = process.env.VIDEOTECA_URL ?? "http://127.0.0.1:8787";
const embed = "/embed/criminalizing-migration?lang=en";
const rounds = Number(process.env.ROUNDS ?? 11);
const ablePlayer = process.env.ABLE_PLAYER;

const folder = join(root, "bench/players");
if (!existsSync(join(folder, "node_modules"))) {
  spawnSync("npm", ["ci", "--ignore-scripts"], { cwd: folder, stdio: "inherit" });
}
const server = new BenchServer(library, {
  npm: join(folder, "node_modules"),
  ...(ablePlayer !== undefined && { able: ablePlayer }),
});
const origin = await server.start();
const browser = await chromium.launch(await launchOptions());
try {
  const ours = await (await fetch(origin + embed)).text();
  const video = /<video[\s\S]*<\/video>/.exec(ours)?.[0];
  if (video === undefined) throw new Error(`${library}${embed} shows no film`);
  const players = contestants(embed, video, ablePlayer !== undefined);
  server.pages = players;

  const times = players.map((): number[] => []);
  // In turn, so that what else the machine does meets all of them alike; the first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, player] of players.entries()) {
      const time = await firstFrame(browser, origin, player);
      if (round > 0) times[index]?.push(time);
    }
  }
  const rows = [];
  for (const [index, player] of players.entries()) {
    const { bytes, filmBytes, requests, strangers, kept } = await weigh(
      browser,
      server,
      origin,
      player,
    );
    const ratios = times[index]?.map((time, round) => time / (times[0]?.[round] ?? 0)) ?? [];
    rows.push({
      player: player.name,
      "bytes before play": bytes.toLocaleString("en"),
      "film before play": filmBytes.toLocaleString("en"),
      requests,
      "other sites": strangers,
      "cookies, storage": kept,
      "first picture": `${Math.round(median(times[index] ?? []))} ms`,
      "against bare": median(ratios).toFixed(2),
    });
  }
  console.table(rows);
  const [, ratio] = rows.map((row) => Number(row["against bare"]));
  const holds = ratio !== undefined && ratio <= 1.1;
  console.log(`Ours against the bare page: ${ratio} (budget ≤ 1.1) ${holds ? "✓" : "over"}`);
  process.exitCode = holds ? 0 : 1;
} finally {
  await browser.close();
  server.stop();
}

function median(numbers: readonly number[]): number {
  return (
    numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
  );
}
