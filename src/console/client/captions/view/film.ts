/** The film above the rows: it plays a cue, a cue again and again, or on from a moment. */
import { plainText } from "../../../../captions/webvtt/plain-text.ts";
import { directionOf } from "../../../../i18n/direction.ts";
import { type CaptionsDocument, leadOf } from "../core/document.ts";
import type { EditorPage } from "../page.ts";
import type { EditorStrings } from "../strings.ts";
import { element } from "./element.ts";

export interface FilmView {
  readonly element: HTMLElement;
  /** In seconds. */
  readonly time: number;
  seek(time: number): void;
  /** Shows a moment if the film isn't playing. */
  follow(time: number): void;
  /** Plays a part. @param isLooped whether it begins again at its end */
  playPart(startTime: number, endTime: number, isLooped: boolean): void;
  playFrom(time: number): void;
  togglePlay(): void;
  pause(): void;
  /** Shows what is written at the film's moment, and returns its row. */
  showAt(document: CaptionsDocument): string | undefined;
  /** Called as the film goes on. */
  onTime(listener: () => void): void;
}

export function createFilm(page: EditorPage, strings: EditorStrings): FilmView {
  const video = element("video", {
    controls: true,
    playsinline: true,
    preload: "metadata",
    "aria-label": strings.film,
    poster: page.poster ?? undefined,
  });
  for (const { url, type } of page.media) video.append(element("source", { src: url, type }));
  const said = element("p", {
    class: "on-film",
    lang: page.language,
    dir: directionOf(page.language),
    "aria-hidden": "true",
  });
  let part:
    | { readonly start: number; readonly end: number; readonly isLooped: boolean }
    | undefined;
  const play = () => {
    // Refused if no file of the film can be played: the video element says so itself.
    video.play().catch(() => undefined);
  };
  const listeners: (() => void)[] = [];
  const tick = () => {
    if (part !== undefined && !video.paused && video.currentTime >= part.end) {
      if (part.isLooped) video.currentTime = part.start;
      else {
        video.pause();
        part = undefined;
      }
    }
    for (const listener of listeners) listener();
  };
  // `timeupdate` comes four times a second, too rarely to stop at the end of a cue.
  const follow = () => {
    tick();
    if (!video.paused) requestAnimationFrame(follow);
  };
  video.addEventListener("play", follow);
  video.addEventListener("seeked", tick);
  // The last cue may end with the film, or after it.
  video.addEventListener("ended", () => {
    if (part?.isLooped !== true) return;
    video.currentTime = part.start;
    play();
  });
  video.addEventListener("timeupdate", tick);
  return {
    element: element("div", { class: "film-frame" }, [video, said]),
    get time() {
      return video.currentTime;
    },
    seek(time) {
      part = undefined;
      video.currentTime = time;
    },
    follow(time) {
      if (video.paused && video.currentTime !== time) video.currentTime = time;
    },
    playPart(start, end, isLooped) {
      part = { start, end, isLooped };
      video.currentTime = start;
      play();
    },
    playFrom(time) {
      part = undefined;
      video.currentTime = time;
      play();
    },
    togglePlay() {
      part = undefined;
      if (video.paused) play();
      else video.pause();
    },
    pause: () => video.pause(),
    showAt({ rows }) {
      const time = video.currentTime;
      const row = rows.findLast((one) => {
        const { startTime, endTime } = leadOf(one);
        return startTime <= time && time < endTime;
      });
      const text = row?.edited === undefined ? "" : plainText(row.edited.text);
      if (said.textContent !== text) said.textContent = text;
      return row?.id;
    },
    onTime: (listener) => void listeners.push(listener),
  };
}
