/** A document's HTML as a tree, for formats that aren't HTML. */

export type Node = Element | string;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

const tokenPattern = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const attributePattern = /([a-z-]+)="([^"]*)"/g;

/**
 * Reads HTML that `renderArticle` wrote: every element is closed, every attribute quoted, and `&`, `<`, `>` and `"` in
 * texts are escaped.
 */
export function parseArticle(html: string): Node[] {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  for (const [, slash, name = "", attributes = "", empty, text] of html.matchAll(tokenPattern)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(decodeText(text));
    else if (slash === "/") open.splice(Math.max(1, open.length - 1));
    else {
      const element = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  return root.children;
}

/** The text of some nodes. */
export function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");
}

function readAttributes(source: string): Record<string, string> {
  const found = source.matchAll(attributePattern);
  return Object.fromEntries(
    [...found].map(([, name = "", value = ""]) => [name, decodeText(value)]),
  );
}

function decodeText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => characters[name] ?? "");
}

const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
