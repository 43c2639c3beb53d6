import type { Page } from "playwright-core";

/** The style sheets that readers may add to a page without losing any text, and the width to check each at. */
const readersStyles = [
  { name: "as it comes", style: "/* nothing */", width: 320 },
  {
    name: "wide text spacing (WCAG 1.4.12)",
    style: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`,
    width: 320,
  },
  // At 200% text size the page may be twice as wide as the 320 pixels of WCAG 1.4.10.
  {
    name: "text at 200 % (WCAG 1.4.4)",
    style: "html { font-size: 200% !important }",
    width: 640,
  },
];

/**
 * Checks a page in its present state once with each of the readers' styles, and leaves it as it was.
 * @returns what the check found, each line with the name of the style
 */
export async function withReadersStyles(
  page: Page,
  check: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  const before = page.viewportSize();
  for (const { name, style, width } of readersStyles) {
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 720 });
    const sheet = await page.addStyleTag({ content: style });
    found.push(...(await check(page)).map((trouble) => `${name}: ${trouble}`));
    await sheet.evaluate((element) => (element as HTMLStyleElement).remove());
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/**
 * What is wrong with how the player and its transcript are laid out now, a line each: a sideways scroll,
 * a word beyond the edge, cut off or on top of another, a target of less than 24 × 24 px (WCAG 2.5.8).
 */
export function layoutTroubles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const troubles: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) troubles.push(`the page is ${scrollWidth} px wide`);
    const dialog = document.querySelector("dialog[open]");
    const roots = dialog
      ? [dialog]
      : [...document.querySelectorAll(".controls, .toolbar, .transcript")];
    const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>("*")]);
    const shown = all.filter(
      (element) =>
        element.checkVisibility() && (dialog !== null || element.closest("dialog") === null),
    );
    const say = (element: Element) => `${element.nodeName} “${element.textContent?.slice(0, 30)}”`;

    for (const element of shown.filter((one) =>
      one.matches("button, select, input, label, .chapter-list a"),
    )) {
      const { width, height } = element.getBoundingClientRect();
      const isLabelled = element.matches("input") && element.closest("label") !== null;
      if (!isLabelled && (width < 24 || height < 24)) troubles.push(`small: ${say(element)}`);
    }

    /** A transcript, a panel or a message that scrolls by itself shows a part of its words. */
    const isScrolledTo = (element: Element, box: DOMRect) => {
      const scrolling = element.closest(".transcript, .panel, .playback-error");
      if (scrolling === null || getComputedStyle(scrolling).overflowY !== "auto") return true;
      const { top, bottom } = scrolling.getBoundingClientRect();
      return box.top >= top && box.bottom <= bottom;
    };
    /** The film covers all that scrolls beneath it, and the menu of a selection the text beneath it. */
    const layer = (element: Element) =>
      [".film", ".selection-menu"].findIndex((selector) => element.closest(selector) !== null);
    /** Where an element's own words stand. */
    const words = shown
      .filter(
        (element) => !element.matches("option, textarea, .visually-hidden, .visually-hidden *"),
      )
      .flatMap((element) =>
        [...element.childNodes].flatMap((node) => {
          if (!(node instanceof Text) || node.data.trim() === "") return [];
          const range = document.createRange();
          range.selectNodeContents(node);
          const boxes = [...range.getClientRects()].filter((box) => isScrolledTo(element, box));
          return boxes.map((box) => ({ element, box, layer: layer(element) }));
        }),
      );
    for (const { element, box } of words) {
      if (box.left < -1 || box.right > innerWidth + 1) troubles.push(`outside: ${say(element)}`);
      const holder = element.closest<HTMLElement>("button, .label, dt, dd, label, li, dialog");
      const { left, right } = (holder ?? element).getBoundingClientRect();
      if (box.left < left - 1 || box.right > right + 1) troubles.push(`cut off: ${say(element)}`);
    }
    for (const [index, one] of words.entries()) {
      for (const other of words.slice(index + 1)) {
        if (one.element === other.element) continue;
        if (one.layer !== other.layer) continue;
        const across =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Line boxes may touch: letters don't reach their edges.
        const least = Math.min(one.box.height, other.box.height) / 3;
        if (across > 1 && down > least) {
          troubles.push(`on top of each other: ${say(one.element)}, ${say(other.element)}`);
        }
      }
    }
    return [...new Set(troubles)];
  });
}

/** How far a page can be scrolled horizontally, in pixels. */
export const horizontalOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls and headings whose text is cut off, and elements that overlap. */
export function findLayoutErrors(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>(
        "main button, main a, summary, h1, h2, h3, .site-header a, .site-header button, .site-footer a",
      ),
    ].filter((element) => element.checkVisibility() && !element.closest(".visually-hidden"));
    const cut = shown.filter((element) => {
      const clips = getComputedStyle(element).overflowX !== "visible";
      return clips && element.scrollWidth > element.clientWidth + 1;
    });
    const boxes = [
      ...document.querySelectorAll<HTMLElement>(
        ".site-header > *, .buttons > *, main > *, .page-header > *",
      ),
    ]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const overlapping = boxes.filter(({ element, box }, index) =>
      boxes
        .slice(index + 1)
        .some(
          (other) =>
            other.element.parentElement === element.parentElement &&
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
        ),
    );
    return [...cut, ...overlapping.map(({ element }) => element)].map(
      (element) =>
        `${element.localName}.${element.className}: ${element.textContent?.slice(0, 50)}`,
    );
  });
}
