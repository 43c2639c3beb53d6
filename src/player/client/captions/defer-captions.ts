/**
 * Delays the download of captions until the film plays. A browser fetches a `default` track as soon as
 * it is inserted, even if the film never plays, and viewers on metered connections pay for it. This
 * script runs before the `<video>` is parsed and removes the track's `src` in the same task that
 * inserts it; fetching would start in a later one (HTML, “sourcing out-of-band text tracks”). The track
 * stays selected. Without script the captions are fetched at once, and work just as well.
 */
const player = document.currentScript?.parentElement;
const deferred = new Map<HTMLTrackElement, string>();

new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes])) {
    if (!(node instanceof HTMLTrackElement) || !node.default) continue;
    deferred.set(node, node.src);
    node.removeAttribute("src");
  }
}).observe(player ?? document, { childList: true, subtree: true });

// `play` doesn't bubble, but can be captured.
player?.addEventListener(
  "play",
  () => {
    for (const [track, address] of deferred) track.src = address;
    deferred.clear();
  },
  true,
);
