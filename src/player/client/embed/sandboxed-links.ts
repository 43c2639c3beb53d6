import type { EnhancedPlayer } from "../enhance.ts";
import { hostSecret } from "./host-secret.ts";

/**
 * Makes links work in a sandbox that may not open windows. WordPress opens a link when it gets its
 * address in a message; for other hosts, the link to the film's page is copied, and that is announced.
 * @param player absent on the card of a document or series
 */
export function openLinksFromSandbox(player: EnhancedPlayer | undefined): void {
  // A sandboxed frame without allow-same-origin has the origin "null" (HTML, “opaque origin”).
  if (origin !== "null") return;
  document.addEventListener("click", async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[target]");
    if (link === null) return;
    event.preventDefault();
    parent.postMessage({ message: "link", value: link.href, secret: hostSecret }, "*");
    const opened = open(sandboxedAddress(link.href));
    if (opened !== null) opened.opener = null;
    else {
      await player?.load();
      player?.controls.querySelector<HTMLElement>("[data-action=copy]")?.click();
    }
  });
}

/**
 * The window inherits the sandbox, in which a browser refuses a page with a Cross-Origin-Opener-Policy (HTML,
 * “sandboxing flag set”): the parameter asks our own pages for an answer without it.
 */
function sandboxedAddress(href: string): string {
  const address = new URL(href);
  if (address.origin === location.origin) address.searchParams.set("sandboxed", "1");
  return address.href;
}
