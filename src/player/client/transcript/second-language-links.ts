import { momentParameter } from "../../../records/moment.ts";

/** Lets the links to another language beside the transcript open the page where the film is now. */
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
