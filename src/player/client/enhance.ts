import { setUpCaptions } from "./captions/captions.ts";
import { setUpChapters } from "./controls/chapters.ts";
import { mountControls, onButtonClick } from "./controls/controls.ts";
import { enableCopyLink } from "./controls/copy-link.ts";
import { setUpPlaybackPanel } from "./controls/playback.ts";
import { setUpPlaybackError } from "./controls/playback-error.ts";
import { enableRepeat } from "./controls/repeat.ts";
import type { LazyControls } from "./lazy.ts";
import { parseMomentAddress, playMomentLinksInPlace, seekToMoment } from "./moment-link.ts";
import type { Player } from "./player.ts";

/** What the watch page and the embed share. The page works without any of it. */
export function enhancePlayer(): Player | undefined {
  const player = document.querySelector<HTMLElement>("[data-player]");
  const video = player?.querySelector("video");
  if (!player || !video) return undefined;
  const start = () => {
    const moment = parseMomentAddress(location);
    if (moment !== undefined) seekToMoment(video, moment);
  };
  start();
  addEventListener("hashchange", start);
  playMomentLinksInPlace(video);

  const stage = mountControls(player, video);
  if (stage === undefined) return undefined;
  const captions = setUpCaptions(stage);
  setUpPlaybackPanel(stage);
  enableCopyLink(stage);
  enableRepeat(stage, () => parseMomentAddress(location));
  setUpPlaybackError(stage);
  setUpChapters(stage);
  loadMoreOnUse({ ...stage, captions });
  return { ...stage, captions };
}

/**
 * What few need comes from our own origin, once the film plays or somebody has the focus in the player: the
 * first answer stays small. Without it all else works; and the next use tries again.
 */
function loadMoreOnUse(player: Player): void {
  let loading: Promise<LazyControls | undefined> | undefined;
  const more = () => {
    loading ??= import(`/player/${document.documentElement.lang}.js`)
      .then(({ addLazyControls }: typeof import("./lazy.ts")) => addLazyControls(player))
      .catch((): undefined => {
        loading = undefined;
      });
    return loading;
  };
  player.controls.addEventListener("focusin", more);
  // Who comes by Tab lets go of it here; who presses play sees the film first, on a slow line too.
  player.video.addEventListener("keyup", more);
  player.video.addEventListener("playing", more);
  onButtonClick(player.controls, "help", async () => (await more())?.openHelp());
}
