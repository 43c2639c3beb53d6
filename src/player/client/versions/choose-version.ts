import { findField } from "../controls/controls.ts";
import type { PlayerElements } from "../player-elements.ts";
import { playableAddress, playVersion } from "./play-version.ts";

/** The film's versions: pictures of several heights, with audio description, audio only. */
export interface VersionChoice {
  readonly select: HTMLSelectElement;
  /** Plays a version from now on. */
  play(option: HTMLOptionElement): void;
}

/**
 * Sets up the choice of the version, which always names the file that is played: a browser that can't play the
 * first one takes another.
 * @returns undefined if there is nothing to choose
 */
export function setUpVersions({ video, controls }: PlayerElements): VersionChoice | undefined {
  const select = findField<HTMLSelectElement>(controls, "version");
  if (select === undefined) return undefined;
  const apply = () => playVersion(video, select.value);
  select.addEventListener("change", apply);
  const isPlayed = ({ value }: HTMLOptionElement) =>
    value.split(" ").some((address) => address !== "" && video.currentSrc.includes(address));
  video.addEventListener("loadedmetadata", () => {
    select.value = [...select.options].find(isPlayed)?.value ?? "";
  });
  // The viewer may have chosen before this was loaded.
  const chosen = select.selectedOptions[0];
  if (chosen !== undefined && chosen.value !== "" && !video.hasAttribute("src")) apply();
  return {
    select,
    play(option) {
      option.selected = true;
      apply();
    },
  };
}

/** The next lower picture that this browser plays; undefined if there is none, or none is played now. */
export function findLowerVersion(
  video: HTMLVideoElement,
  { options, selectedIndex }: HTMLSelectElement,
): HTMLOptionElement | undefined {
  const height = (option: HTMLOptionElement | undefined) => Number(option?.dataset.height);
  const current = height(options[selectedIndex]);
  // They are in order, the highest first (src/player/server/picture-versions.ts).
  return [...options].find(
    (option) => height(option) < current && playableAddress(video, option.value),
  );
}
