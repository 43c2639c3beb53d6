/**
 * Leaves the captions unfetched until the film plays: a browser fetches a `default` track as soon as it
 * sees one, film or no film, and a metered line pays for it. Stands in front of the film and takes the
 * track's address away in the task that inserts it; fetching starts in a later one. The track stays
 * chosen all the while. Without script it is fetched at once, and shows all the same.
 */
const player = document.currentScript?.parentElement;
const waiting = new Map<HTMLTrackElement, string>();

new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes])) {
    if (!(node instanceof HTMLTrackElement) || !node.default) continue;
    waiting.set(node, node.src);
    node.removeAttribute("src");
  }
}).observe(player ?? document, { childList: true, subtree: true });

// `play` doesn't bubble, but it is seen on its way down.
player?.addEventListener(
  "play",
  () => {
    for (const [track, address] of waiting) track.src = address;
    waiting.clear();
  },
  true,
);
