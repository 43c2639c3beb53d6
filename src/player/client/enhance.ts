/**
 * The player is progressive enhancement: without script a page has the browser's own video controls,
 * and everything works. scripts/build.ts bundles these modules; each bundle loads at its own time:
 *
 * - `deferCaptionsScript` (captions/defer-captions.ts): inline, before the `<video>`. Delays the download
 *   of captions until the film plays.
 * - `watchScript` (watch.ts) and `embedScript` (embed/embed.ts): inline modules of the watch page and of
 *   the embed; they run once the page is parsed. Both call `enhancePlayer`; the first adds the embed
 *   dialog, the second the messages to and from the host page.
 * - `loadTranscriptScript` (transcript/load-transcript.ts): an inline module after each transcript.
 *   Loads `lazyScript` for it: at once on a watch page; in an embed on the first interaction with the
 *   transcript, or when the film plays.
 * - `lazyScript` (lazy.ts): `/player/{lang}.js`, with the player's strings in one language. Loads when
 *   the film plays or the player gets the focus (`loadLazyControls` below), and for transcripts. It refines
 *   the simple drawing of captions of the first script (captions/refine-captions.ts).
 * - embed/host-page.ts: `/embed.js`, for pages of other sites that show an embed.
 */
import { setUpCaptions } from "./captions/captions.ts";
import { setUpButtons } from "./controls/buttons.ts";
import { mountControls, onButtonClick } from "./controls/controls.ts";
import { setUpPlaybackError } from "./controls/playback-error.ts";
import { setUpTimeline } from "./controls/timeline.ts";
import type { LazyControls } from "./lazy.ts";
import { parseMomentAddress, playMomentLinksInPlace, seekToMoment } from "./moment-link.ts";
import type { Player } from "./player.ts";
import { saveData } from "./versions/play-version.ts";

/** A player, and what loads its less used features. */
export interface EnhancedPlayer extends Player {
  /** Resolves once they are there, or to undefined if they can't be loaded. */
  load(): Promise<LazyControls | undefined>;
}

/**
 * Enhances the player of a watch page or an embed.
 * @returns undefined if the page has no player, or only one without controls of ours
 */
export function enhancePlayer(): EnhancedPlayer | undefined {
  const player = document.querySelector<HTMLElement>("[data-player]");
  const video = player?.querySelector("video");
  if (!player || !video) return undefined;
  const seekToAddress = () => {
    const moment = parseMomentAddress(location);
    if (moment !== undefined) seekToMoment(video, moment);
  };
  seekToAddress();
  addEventListener("hashchange", seekToAddress);
  playMomentLinksInPlace(video);

  const elements = mountControls(player, video);
  if (elements === undefined) return undefined;
  setUpButtons(elements);
  setUpTimeline(elements);
  const captions = setUpCaptions(elements);
  saveData(elements);
  setUpPlaybackError(elements);
  const enhanced = { ...elements, captions };
  return { ...enhanced, load: loadLazyControls(enhanced) };
}

/**
 * Loads the less used features on first use of the player, so that the first answer stays small.
 * If loading fails, everything else still works, and the next use tries again.
 */
function loadLazyControls(player: Player): EnhancedPlayer["load"] {
  let loading: Promise<LazyControls | undefined> | undefined;
  const load = () => {
    loading ??= import(`/player/${document.documentElement.lang}.js`)
      .then(({ addLazyControls }: typeof import("./lazy.ts")) => addLazyControls(player))
      .catch((): undefined => {
        loading = undefined;
      });
    return loading;
  };
  // Safari doesn't focus a button that is clicked.
  for (const event of ["focusin", "pointerdown"]) player.controls.addEventListener(event, load);
  player.video.addEventListener("playing", load);
  // Two languages may need space beneath the film: it is reserved before the film plays.
  if ((player.captions?.shown().length ?? 0) > 1) load();
  onButtonClick(player.controls, "help", async () => (await load())?.openHelp());
  return load;
}
