import { momentParameter } from "../../../records/moment.ts";

/** Adds the current time to the links that open the page with a second language, when one is clicked. */
export function keepTimeInLanguageLinks(video: HTMLVideoElement): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-second-language] a")) {
    link.addEventListener("click", () => {
      if (video.currentTime === 0) return;
      const address = new URL(link.href);
      address.searchParams.set("t", momentParameter(video.currentTime));
      link.href = address.href;
    });
  }
}
