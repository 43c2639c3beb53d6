import type { Player } from "../player.ts";
import { captionHeight, fitsInside, lineHeight } from "./caption-space.ts";
import { createCueElement } from "./cue-element.ts";
import { type CuePlacement, placeCue } from "./cue-placement.ts";
import { stackRows } from "./stack-rows.ts";

/** The cues of a language that are shown now. */
export interface CueGroup {
  readonly language: string;
  readonly cues: readonly VTTCue[];
}

export interface CaptionDrawing {
  /** Draws these cues, the first language above the second. Does nothing if they are drawn already. */
  draw(groups: readonly CueGroup[]): void;
  /** Draws the same cues again, after a change of the look of captions or of the selected languages. */
  redraw(): void;
}

/** The smallest share of their size to which captions shrink rather than leave the picture. */
const minFit = 0.2;

/** Draws captions inside the film's picture, or beneath it where two languages don't fit into a small one. */
export function createCaptionDrawing({ player, frame, video }: Player): CaptionDrawing {
  const layer = player.querySelector(".captions") as HTMLElement;
  const picture = layer.firstElementChild as HTMLElement;
  const beneath = player.querySelector(".captions-beneath") as HTMLElement;
  picture.style.justifyContent = "start";
  const isSticky = () =>
    player.parentElement !== null && getComputedStyle(player.parentElement).position === "sticky";
  let drawn: readonly CueGroup[] = [];
  /** The languages and cues of `drawn`, one after the other. */
  let drawnParts: readonly (string | VTTCue)[] = [];
  let reservedFor = "";
  let reserved = 0;

  /** Whether captions are drawn beneath the film; if so, reserves their space there. */
  const placeBeneath = (): boolean => {
    const languages = drawn.length;
    const { clientWidth: width, clientHeight: height } = layer;
    const size = fontSize(beneath);
    const needed = captionHeight(languages, size, width) + size;
    const inside = fontSize(picture);
    // Without the margins (captions.css), and without the controls, hidden or not, so that captions stay where they are.
    const free = 0.94 * height - Number.parseFloat(frame.style.getPropertyValue("--bar-height"));
    const isWanted =
      player.dataset.captionPosition === "beneath" ||
      (!fitsInside(languages, inside, width, height) &&
        // A film that stays in sight while one reads leaves half of the window to the text, if captions can be read.
        (!isSticky() ||
          height + needed <= innerHeight / 2 ||
          captionHeight(languages, inside, width) > free));
    const isBeneath =
      isWanted &&
      languages > 0 &&
      document.fullscreenElement === null &&
      // A window or frame that is only as high as the film has no space beneath it.
      height + needed <= innerHeight;
    const reason = `${languages} ${size} ${width}`;
    // Longer captions make it higher; it stays so, so that the page moves once and not with each of them.
    reserved = reason === reservedFor ? Math.max(reserved, beneath.offsetHeight) : needed;
    reservedFor = reason;
    beneath.hidden = !isBeneath;
    beneath.style.minHeight = `${reserved}px`;
    return isBeneath;
  };

  const redraw = () => {
    const rows = drawn.flatMap(({ language, cues }, languageIndex) =>
      cues.map((cue) => {
        const placement = placeCue(cue);
        const isRaised = player.dataset.captionPosition === "top" && cue.line === "auto";
        const element = createCueElement(cue, language, languageIndex > 0);
        placeInRow(element, cue.align, placement);
        return { ...placement, isAtTop: placement.isAtTop || isRaised, languageIndex, element };
      }),
    );
    // From the upper to the lower. What has the same place keeps its order: the earlier cue, the original first.
    const lineSize = lineHeight * fontSize(picture);
    const inPixels = ({ distance, unit }: CuePlacement) =>
      distance * (unit === "lines" ? lineSize : picture.clientHeight / 100);
    const atTop = rows.filter(({ isAtTop }) => isAtTop);
    atTop.sort((a, b) => inPixels(a) - inPixels(b));
    const atBottom = rows.filter(({ isAtTop }) => !isAtTop);
    atBottom.sort((a, b) => a.languageIndex - b.languageIndex || inPixels(b) - inPixels(a));
    const ordered = [...atTop, ...atBottom];
    const elements = ordered.map(({ element }) => element);
    const isBeneath = placeBeneath();
    picture.replaceChildren(...(isBeneath ? [] : elements));
    beneath.replaceChildren(...(isBeneath ? elements : []));
    if (isBeneath) return;
    const height = picture.clientHeight;
    for (let fit = 1; fit > minFit; fit *= 0.9) {
      picture.style.setProperty("--fit", String(fit));
      if (elements.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0) <= height) break;
    }
    const spaces = stackRows(
      ordered.map((row) => ({
        height: row.element.getBoundingClientRect().height,
        isAtTop: row.isAtTop,
        distance: inPixels(row),
      })),
      height,
    );
    for (const [index, element] of elements.entries()) {
      element.style.marginTop = `${spaces[index]}px`;
    }
  };

  // The picture changes with the film's size and with the height of the controls.
  const observer = new ResizeObserver(redraw);
  observer.observe(layer);
  observer.observe(picture);
  // Sound alone has no picture: its captions have the whole frame.
  const setRatio = () => {
    const { videoWidth: width, videoHeight: height } = video;
    if (width > 0) layer.style.setProperty("--ratio", `${width}/${height}`);
    else layer.style.removeProperty("--ratio");
  };
  setRatio();
  video.addEventListener("resize", setRatio);
  return {
    redraw,
    draw(groups) {
      const parts = groups.flatMap(({ language, cues }) => [language, ...cues]);
      const isDrawn = parts.length === drawnParts.length;
      if (isDrawn && parts.every((part, at) => part === drawnParts[at])) return;
      drawnParts = parts;
      drawn = groups;
      redraw();
    },
  };
}

/** Places the text of a cue from left to right in its row. */
function placeInRow(row: HTMLElement, align: string, { left, right, isWide }: CuePlacement) {
  row.style.setProperty("--left", left);
  row.style.setProperty("--right", right);
  const block = row.firstElementChild as HTMLElement;
  block.style.textAlign = align;
  block.style.flexGrow = isWide ? "1" : "0";
}

function fontSize(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize);
}
