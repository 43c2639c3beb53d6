import { onPress, openBar } from "./bar.ts";
import { offerCaptions } from "./captions.ts";
import { followChapters } from "./chapters.ts";
import { offerLink } from "./copy-link.ts";
import { offerHelpOnFailure } from "./failure.ts";
import { followMomentLinks, momentOf, startAt } from "./moment-link.ts";
import type { More } from "./more.ts";
import { offerPlayback } from "./playback.ts";
import type { Player } from "./player.ts";
import { offerRepeat } from "./repeat.ts";

/** What the watch page and the embed share. The page works without any of it. */
export function enhance(): Player | undefined {
  const player = document.querySelector<HTMLElement>("[data-player]");
  const video = player?.querySelector("video");
  if (!player || !video) return undefined;
  const start = () => {
    const moment = momentOf(location);
    if (moment !== undefined) startAt(video, moment);
  };
  start();
  addEventListener("hashchange", start);
  followMomentLinks(video);

  const stage = openBar(player, video);
  if (stage === undefined) return undefined;
  const captions = offerCaptions(stage);
  offerPlayback(stage);
  offerLink(stage);
  offerRepeat(stage, () => momentOf(location));
  offerHelpOnFailure(stage);
  followChapters(stage);
  loadMoreOnUse({ ...stage, captions });
  return { ...stage, captions };
}

/**
 * What few need comes from our own origin, once the film plays or somebody has the focus in the player: the
 * first answer stays small. Without it all else works; and the next use tries again.
 */
function loadMoreOnUse(player: Player): void {
  let loading: Promise<More | undefined> | undefined;
  const more = () => {
    loading ??= import(`/player/${document.documentElement.lang}.js`)
      .then(({ addMore }: typeof import("./more.ts")) => addMore(player))
      .catch((): undefined => {
        loading = undefined;
      });
    return loading;
  };
  player.bar.addEventListener("focusin", more);
  // Who comes by Tab lets go of it here; who presses play sees the film first, on a slow line too.
  player.video.addEventListener("keyup", more);
  player.video.addEventListener("playing", more);
  onPress(player.bar, "help", async () => (await more())?.openHelp());
}
