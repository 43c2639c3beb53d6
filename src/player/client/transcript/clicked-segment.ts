/** Where a sentence is in its transcript, before and after segments have elements of their own. */
export interface SegmentPlace {
  readonly paragraph: Element;
  /** How many segments of the paragraph come before it. */
  readonly index: number;
}

/**
 * Finds the segment under a pointer while segments are still lines of a paragraph (segments.ts). Its place
 * in the text stays true when the page's layout changes before the script is loaded.
 */
export function findSegmentAt({ target, clientX, clientY }: MouseEvent): SegmentPlace | undefined {
  const element = target as Element;
  const paragraph = element.closest("p:not(.label)");
  if (paragraph === null || element.closest("a")) return undefined;
  // WebKit before 18.4 has only the older of the two functions.
  const position = document.caretPositionFromPoint?.(clientX, clientY);
  const older = position ? null : document.caretRangeFromPoint?.(clientX, clientY);
  const node = position?.offsetNode ?? older?.startContainer;
  if (node === undefined || !paragraph.contains(node)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, position?.offset ?? older?.startOffset ?? 0);
  const content = before.cloneContents();
  const boundaries = content.textContent?.split("\n").length ?? 1;
  return { paragraph, index: boundaries - 1 + content.querySelectorAll("wbr").length };
}
