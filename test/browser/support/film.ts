import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { longestWait } from "./longest-wait.ts";

/** What the tests ask of a film in a page, as its viewer sees it. */
export interface FilmState {
  readonly time: number;
  readonly paused: boolean;
  readonly width: number;
  /** The languages of the tracks whose captions are shown, by our script or, without it, by the browser. */
  readonly showing: readonly string[];
  /** The words that are shown now. */
  readonly words: readonly string[];
}

/** Runs in the page by one call; by a locator it would be five, which tests that wait for a film repeat all the time. */
export function stateOf(place: Page | Frame): Promise<FilmState> {
  return place.evaluate(() => {
    const video = document.querySelector("video");
    if (video === null) throw new Error("There is no film.");
    const showing = [...video.textTracks].filter(
      ({ kind, mode }) => kind !== "descriptions" && mode !== "disabled",
    );
    const isDrawnByBrowser = showing.some(({ mode }) => mode === "showing");
    const cues = showing.flatMap((track) => [...(track.activeCues ?? [])] as VTTCue[]);
    const drawn = document.querySelectorAll(":is(.captions, .captions-beneath) p");
    const words = isDrawnByBrowser ? cues.map((cue) => cue.getCueAsHTML()) : [...drawn];
    return {
      time: video.currentTime,
      paused: video.paused,
      width: video.videoWidth,
      showing: showing.map((track) => track.language),
      words: words.map(({ textContent }) => textContent ?? ""),
    };
  });
}

/** Waits until the film is as wanted, and says what it was instead where it never is. */
export async function waitForFilm(
  place: Page | Frame,
  wanted: (film: FilmState) => boolean,
): Promise<FilmState> {
  let state = await stateOf(place);
  const deadline = Date.now() + longestWait;
  while (!wanted(state) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    state = await stateOf(place);
  }
  expect(wanted(state), `the film is never so; at the end it was ${JSON.stringify(state)}`).toBe(
    true,
  );
  return state;
}

/**
 * Slows a film down to a sixteenth, the least that browsers play at: where it began can be told from its time, however
 * late a busy machine is asked.
 */
export async function slowDown(place: Page | Frame): Promise<void> {
  await place.evaluate(() => {
    const video = document.querySelector("video") as HTMLVideoElement;
    // A file that is loaded later plays at the default rate.
    video.defaultPlaybackRate = 1 / 16;
    video.playbackRate = 1 / 16;
  });
}

/** Plays from a time, as the controls do. */
export async function playFrom(place: Page | Frame, seconds: number): Promise<void> {
  await place.evaluate(async (time) => {
    const video = document.querySelector("video") as HTMLVideoElement;
    video.currentTime = time;
    await video.play();
  }, seconds);
}

/** Pauses at a time in seconds, where a slow machine can't miss what is shown. */
export async function pauseAt(place: Page | Frame, seconds: number): Promise<void> {
  await place.evaluate(async (time) => {
    const video = document.querySelector("video") as HTMLVideoElement;
    if (video.readyState === 0) await video.play();
    video.pause();
    const seeked = new Promise((resolve) => video.addEventListener("seeked", resolve));
    video.currentTime = time;
    await seeked;
  }, seconds);
}

/**
 * Presses the play button: ours, or without script that of the browser's own controls, which in Chromium is in
 * their lower left corner.
 */
export async function pressPlay(page: Page): Promise<void> {
  const video = page.locator("video");
  if ((await video.getAttribute("controls")) === null) {
    await page.locator("[data-action=play]").click();
    return;
  }
  const { height = 0 } = (await video.boundingBox()) ?? {};
  await video.click({ position: { x: 30, y: height - 35 } });
}

export async function play(place: Page | Frame): Promise<void> {
  await place.evaluate(() => (document.querySelector("video") as HTMLVideoElement).play());
}

export async function pause(place: Page | Frame): Promise<void> {
  await place.evaluate(() => (document.querySelector("video") as HTMLVideoElement).pause());
}

/** Shows the captions in a language, and no others, as the captions panel does. */
export async function showCaptions(place: Page | Frame, language: string): Promise<void> {
  await place.locator("[name=captions]").evaluate((element, wanted) => {
    const select = element as HTMLSelectElement;
    select.value = wanted;
    select.dispatchEvent(new Event("change"));
  }, language);
}
