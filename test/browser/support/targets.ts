import type { Page } from "playwright-core";

/**
 * The targets of a page that are too small (WCAG 2.5.8): less than 24 × 24 px, unless they stand in a line of
 * text, or a circle of 24 px around their center meets no other target and no such circle of another small one.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 24;
    const selector = "a[href], button, input, select, textarea, summary, [tabindex='0'][role]";
    const targets = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.checkVisibility() && !element.closest(".skip-link"))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1);

    const isSmall = ({ box }: { box: DOMRect }) => box.width < least || box.height < least;
    /** Whether words that are no target stand before or after it in its line. */
    const isInText = ({ element }: { element: HTMLElement }) => {
      const line = element.closest("p, li, dd, td, blockquote, figcaption, label");
      if (line === null || getComputedStyle(element).display !== "inline") return false;
      const words = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
        const isTarget = node.parentElement?.closest(selector) !== null;
        if (!isTarget && /[\p{L}\p{N}]/u.test(node.nodeValue ?? "")) return true;
      }
      return false;
    };
    const small = targets.filter((target) => isSmall(target) && !isInText(target));
    const center = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2];
    const isCrowded = ({ element, box }: { element: HTMLElement; box: DOMRect }) => {
      const [x = 0, y = 0] = center(box);
      return targets.some((other) => {
        if (other.element.contains(element) || element.contains(other.element)) return false;
        const { left, right, top, bottom } = other.box;
        const across = Math.max(left - x, 0, x - right);
        const down = Math.max(top - y, 0, y - bottom);
        if (Math.hypot(across, down) < least / 2) return true;
        const [otherX = 0, otherY = 0] = center(other.box);
        return isSmall(other) && Math.hypot(otherX - x, otherY - y) < least;
      });
    };
    return small.filter(isCrowded).map(({ element, box }) => {
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      return `${element.localName} “${element.textContent?.trim().slice(0, 40)}”: ${size}`;
    });
  });
}

/** What scrolls by itself in a page but can't be reached by keyboard (WCAG 2.1.1): neither it nor a part takes the focus. */
export function unreachableScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((element) => {
        if (!element.checkVisibility()) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";
        const isScrolled =
          (scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (scrolls(overflowY) && element.scrollHeight > element.clientHeight + 1);
        const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";
        return isScrolled && !element.matches(focusable) && !element.querySelector(focusable);
      })
      .map((element) => `${element.localName}.${element.className}`),
  );
}
