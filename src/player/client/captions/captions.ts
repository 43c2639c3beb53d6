import { findField, type PlayerElements } from "../controls/controls.ts";
import { createCaptionOverlay } from "./bilingual-captions.ts";

/** The captions as the keyboard and the host page may set them. */
export interface CaptionControl {
  /** Shows captions in a language, or none for "", and perhaps in a second one. */
  show(language: string, another?: string): void;
  /** The languages that are shown. */
  shown(): readonly string[];
  /** Turns them off, or on again as they were. */
  toggle(): void;
}

/** Lets the viewer choose one language of captions or two, and how large they are. */
export function setUpCaptions({
  player,
  video,
  controls,
}: PlayerElements): CaptionControl | undefined {
  const first = findField<HTMLSelectElement>(controls, "captions");
  const now = controls.querySelector(".now");
  if (first === undefined || now === null) return undefined;
  const second = findField<HTMLSelectElement>(controls, "second");
  const size = findField<HTMLSelectElement>(controls, "size");
  const tracks = [...video.textTracks].filter((track) => track.kind !== "descriptions");
  const draw = createCaptionOverlay(video);
  let isFullScreen = false;
  let last = first.value || (tracks[0]?.language ?? "");

  /** What is wanted, the original above its translation. */
  const wanted = () => {
    const languages = first.value ? new Set([first.value, second?.value || first.value]) : [];
    const rank = (language: string) => Number(language !== controls.dataset.original);
    return [...languages].sort((one, other) => rank(one) - rank(other));
  };
  /** One language is the browser's own to draw. Full screen shows nothing but what the browser draws. */
  const drawsItself = () => wanted().length < 2 || isFullScreen;
  const nameOf = (language: string) =>
    [...first.options].find((option) => option.value === language)?.text;

  const apply = () => {
    const languages = wanted();
    const mode = drawsItself() ? "showing" : "hidden";
    for (const track of tracks) {
      track.mode = languages.includes(track.language) ? mode : "disabled";
    }
    draw(
      drawsItself()
        ? []
        : languages.flatMap((language) => tracks.filter((track) => track.language === language)),
    );
    last = first.value || last;
    now.textContent = languages.map(nameOf).join(" + ") || (nameOf("") ?? "");
  };
  const show = (language: string, another = second?.value ?? "") => {
    first.value = nameOf(language) === undefined ? "" : language;
    if (second !== undefined) second.value = nameOf(another) === undefined ? "" : another;
    apply();
  };

  first.addEventListener("change", apply);
  second?.addEventListener("change", () => {
    // A second language needs a first one.
    first.value ||= last;
    apply();
  });
  size?.addEventListener("change", () => {
    player.dataset.size = size.value;
  });
  /** The browser's own menu may have chosen otherwise: ours says so too. */
  video.textTracks.addEventListener("change", () => {
    const showing = tracks.filter((track) => track.mode === "showing");
    const isAsWanted = showing
      .map((track) => track.language)
      .sort()
      .join();
    if (isAsWanted === (drawsItself() ? wanted().sort().join() : "")) return;
    if (second !== undefined) second.value = "";
    show(showing[0]?.language ?? "");
  });
  const setFullScreen = (is: boolean) => {
    isFullScreen = is;
    apply();
  };
  document.addEventListener("fullscreenchange", () =>
    setFullScreen(document.fullscreenElement === video),
  );
  // iPhones have a full screen of their own.
  video.addEventListener("webkitbeginfullscreen", () => setFullScreen(true));
  video.addEventListener("webkitendfullscreen", () => setFullScreen(false));
  now.textContent = nameOf(first.value) ?? "";
  return { show, shown: wanted, toggle: () => show(first.value === "" ? last : "") };
}
