import type { PlayerElements } from "../controls/controls.ts";

/**
 * In a sandbox no link may open a window: then it would be dead. WordPress opens it for us where we say
 * so in its words; for any other host the link is copied instead, and that is said.
 */
export function openLinksFromSandbox(
  { controls }: PlayerElements,
  secret: string | undefined,
): void {
  if (origin !== "null") return;
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[target]");
    if (link === null) return;
    event.preventDefault();
    parent.postMessage({ message: "link", value: link.href, secret }, "*");
    const opened = open(link.href);
    if (opened !== null) opened.opener = null;
    else controls.querySelector<HTMLElement>("[data-do=copy]")?.click();
  });
}
