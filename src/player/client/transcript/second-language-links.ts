import { momentParameter } from "../../../records/moment.ts";

/**
 * Adds the current time, and the captions if the viewer chose others, to the links that open the page with a
 * second language, when one is clicked.
 */
export function keepStateInLanguageLinks(video: HTMLVideoElement): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-second-language] a")) {
    link.addEventListener("click", () => {
      const address = new URL(link.href);
      if (video.currentTime > 0) {
        address.searchParams.set("t", momentParameter(video.currentTime));
      }
      const captions = document.querySelector<HTMLSelectElement>("[name=captions]");
      const isChosen = captions?.selectedOptions[0]?.defaultSelected === false;
      if (isChosen) address.searchParams.set("captions", captions.value || "none");
      link.href = address.href;
    });
  }
}
