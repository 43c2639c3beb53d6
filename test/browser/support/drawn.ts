import type { CDPSession, Frame, Page } from "playwright-core";

/** A line of captions as the browser itself has drawn it. */
export interface DrawnLine {
  readonly text: string;
  /** In pixels of the document, from its upper left corner. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Node {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: string[];
  readonly children?: Node[];
  readonly shadowRoots?: Node[];
  readonly contentDocument?: Node;
}

/**
 * The captions that stand over the film now, read out of what the browser renders inside its own
 * controls: no page can see that, and so no test that asks the page does either.
 */
export async function drawnCaptions(page: Page, place: Page | Frame): Promise<DrawnLine[]> {
  const session = await sessionOf(page, place);
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const texts = captionTexts(root as Node, false);
    const lines = await Promise.all(texts.map((node) => lineOf(session, node)));
    return lines.filter((line) => line !== undefined);
  } finally {
    await session.detach();
  }
}

/** A frame in a process of its own has a session of its own. */
function sessionOf(page: Page, place: Page | Frame): Promise<CDPSession> {
  return page
    .context()
    .newCDPSession(place)
    .catch(() => page.context().newCDPSession(page));
}

function captionTexts(node: Node, inside: boolean): Node[] {
  const isHere = inside || (node.attributes ?? []).includes("-webkit-media-text-track-container");
  if (isHere && node.nodeName === "#text") return node.nodeValue.trim() === "" ? [] : [node];
  const { children = [], shadowRoots = [], contentDocument } = node;
  const within = [...children, ...shadowRoots, ...(contentDocument ? [contentDocument] : [])];
  return within.flatMap((child) => captionTexts(child, isHere));
}

/** Undefined for what has no place on the screen. */
async function lineOf(session: CDPSession, node: Node): Promise<DrawnLine | undefined> {
  const { quads } = await session.send("DOM.getContentQuads", { nodeId: node.nodeId });
  const points = quads.flat();
  if (points.length === 0) return undefined;
  const [xs, ys] = [0, 1].map((axis) => points.filter((_, index) => index % 2 === axis));
  return {
    text: node.nodeValue,
    top: Math.min(...(ys ?? [])),
    bottom: Math.max(...(ys ?? [])),
    left: Math.min(...(xs ?? [])),
    right: Math.max(...(xs ?? [])),
  };
}
