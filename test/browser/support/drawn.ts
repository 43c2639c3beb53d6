import type { Frame, Page } from "playwright-core";

/** A caption as it is drawn over the film or beneath it. */
export interface DrawnCaption {
  readonly text: string;
  readonly language: string;
  readonly direction: string;
  /** The size of the type, in CSS pixels. */
  readonly fontSize: number;
  readonly color: string;
  readonly isBeneath: boolean;
  /** The box of its text, in CSS pixels of the window. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The captions that are drawn now, from the upper to the lower. */
export function drawnCaptions(place: Page | Frame): Promise<DrawnCaption[]> {
  return place.evaluate(() =>
    [...document.querySelectorAll(":is(.captions, .captions-beneath) p")].map((row) => {
      const text = row.querySelector("span") ?? row;
      const { top, bottom, left, right } = text.getBoundingClientRect();
      const { fontSize, color, direction } = getComputedStyle(text);
      return {
        text: row.textContent ?? "",
        language: (row as HTMLElement).lang,
        direction,
        fontSize: Number.parseFloat(fontSize),
        color,
        isBeneath: row.closest(".captions") === null,
        top,
        bottom,
        left,
        right,
      };
    }),
  );
}
