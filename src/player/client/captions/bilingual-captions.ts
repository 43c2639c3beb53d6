/**
 * Creates an overlay over the film's lower edge for captions in two languages, one above the other. We
 * draw these ourselves, to show the original first and to tell the languages apart by color.
 * @returns a function that shows the cues of these tracks, in this order; no tracks hide the overlay
 */
export function createCaptionOverlay(
  video: HTMLVideoElement,
): (tracks: readonly TextTrack[]) => void {
  const overlay = document.createElement("div");
  overlay.className = "caption-overlay";
  video.after(overlay);
  let shown: readonly TextTrack[] = [];
  const render = () => overlay.replaceChildren(...shown.map(renderTrack));
  for (const track of video.textTracks) track.addEventListener("cuechange", render);
  return (tracks) => {
    shown = tracks;
    render();
  };
}

/** The current cues of a track, with its language and direction. */
function renderTrack(track: TextTrack): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.lang = track.language;
  paragraph.dir = "auto";
  for (const cue of track.activeCues ?? []) {
    const text = document.createElement("span");
    text.append((cue as VTTCue).getCueAsHTML());
    paragraph.append(text);
  }
  return paragraph;
}
