/**
 * Makes a place over the film's lower edge for captions that we draw ourselves: two languages, one above
 * the other. @returns how to show what these tracks say, in this order; nothing for none
 */
export function createCaptionOverlay(
  video: HTMLVideoElement,
): (tracks: readonly TextTrack[]) => void {
  const place = document.createElement("div");
  place.className = "lines";
  video.after(place);
  let shown: readonly TextTrack[] = [];
  const write = () => place.replaceChildren(...shown.map(renderTrack));
  for (const track of video.textTracks) track.addEventListener("cuechange", write);
  return (tracks) => {
    shown = tracks;
    write();
  };
}

/** What a track says now, in its own language and direction. */
function renderTrack(track: TextTrack): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.lang = track.language;
  paragraph.dir = "auto";
  for (const cue of track.activeCues ?? []) {
    const words = document.createElement("span");
    words.append((cue as VTTCue).getCueAsHTML());
    paragraph.append(words);
  }
  return paragraph;
}
