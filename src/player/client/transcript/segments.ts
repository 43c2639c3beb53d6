/**
 * Makes an element of each segment (a caption's text) of a transcript, with its start in seconds as
 * `data-start`. To keep long transcripts small, the page has segments only as lines of its paragraphs,
 * and their starts as one list of differences in tenths of a second (src/player/server/transcript.tsx).
 */
export function createSegments(transcript: HTMLElement): HTMLElement[] {
  const { steps = "", playLabel = "%" } = transcript.dataset;
  const tenthsSteps = steps.split(" ");
  const segments: HTMLElement[] = [];
  let tenths = 0;
  let segment = transcript;
  const startSegment = (): HTMLElement => {
    segment = document.createElement("span");
    tenths += Number(tenthsSteps[segments.length]);
    segment.dataset.start = `${tenths / 10}`;
    segments.push(segment);
    return segment;
  };
  for (const paragraph of transcript.querySelectorAll("p:not(.label)")) {
    const margin = paragraph.querySelectorAll(":scope > a, :scope > b");
    // A link that reads “1:05” says nothing about what it does: give it a name (WCAG 2.4.4).
    margin[0]?.setAttribute("aria-label", playLabel.replace("%", margin[0].textContent ?? ""));
    const nodes: (Node | string)[] = [...margin, startSegment()];
    for (const node of [...paragraph.childNodes].slice(margin.length)) {
      if (node.nodeName === "WBR") nodes.push(startSegment());
      else if (node instanceof Text) {
        node.data.split("\n").forEach((line, index) => {
          if (index > 0) nodes.push(" ", startSegment());
          segment.append(line);
        });
      } else segment.append(node);
    }
    paragraph.replaceChildren(...nodes);
  }
  return segments;
}

/** When a segment starts, in seconds. */
export const segmentStart = (segment: HTMLElement) => Number(segment.dataset.start);

/** The segments of each language, in order; a transcript in one language has one group. */
export function groupByLanguage(segments: readonly HTMLElement[]): HTMLElement[][] {
  const groups = new Map<string | undefined, HTMLElement[]>();
  for (const segment of segments) {
    const language = columnLanguage(segment);
    const group = groups.get(language);
    if (group === undefined) groups.set(language, [segment]);
    else group.push(segment);
  }
  return [...groups.values()];
}

/** The language of the column that an element is in; undefined in a transcript in one language. */
export function columnLanguage(element: Element): string | undefined {
  return element.closest<HTMLElement>("[data-column]")?.dataset.column;
}
