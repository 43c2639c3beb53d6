import { offerCaptions } from "./captions/captions.ts";
import { onPress, openBar } from "./controls/bar.ts";
import { followChapters } from "./controls/chapters.ts";
import { offerLink } from "./controls/copy-link.ts";
import { offerHelpOnFailure } from "./controls/failure.ts";
import { offerPlayback } from "./controls/playback.ts";
import { offerRepeat } from "./controls/repeat.ts";
import type { More } from "./lazy.ts";
import { followMomentLinks, momentOf, startAt } from "./moment-link.ts";
import type { Player } from "./player.ts";

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
      .then(({ addMore }: typeof import("./lazy.ts")) => addMore(player))
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
