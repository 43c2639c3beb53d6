/** The TTML styles that WebVTT can express. Colors, fonts and font sizes are dropped. */
import { childElements, type XmlElement } from "./xml.ts";

/** Unparsed attribute values by the local name of the style. */
export type TtmlStyle = Readonly<Record<string, string>>;

const supportedAttributes = new Set([
  "fontStyle",
  "fontWeight",
  "textDecoration",
  "textAlign",
  "display",
  "visibility",
  "ruby",
  "origin",
  "extent",
  "displayAlign",
  "writingMode",
]);
/** The supported attributes that TTML 2 defines as inherited. */
const inheritedAttributes = [
  "fontStyle",
  "fontWeight",
  "textDecoration",
  "textAlign",
  "visibility",
];
/** Our own limit on styles that refer to other styles. */
const maxReferenceDepth = 10;

/** The named styles in a document's head. */
export class StyleSheet {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolvedStyles = new Map<string, TtmlStyle>();

  constructor(head: XmlElement | undefined) {
    const styling = head && childElements(head).find(({ name }) => name === "styling");
    for (const style of styling === undefined ? [] : childElements(styling)) {
      const id = style.attributes.get("id");
      if (style.name === "style" && id !== undefined) this.#elements.set(id, style);
    }
  }

  /** An element's own style: the named styles that it refers to, overridden by its own attributes. */
  styleOf(element: XmlElement, depth = 0): TtmlStyle {
    const style: Record<string, string> = {};
    for (const id of (element.attributes.get("style") ?? "").split(/\s+/)) {
      if (id !== "" && depth < maxReferenceDepth) Object.assign(style, this.#resolve(id, depth));
    }
    for (const [name, value] of element.attributes) {
      if (supportedAttributes.has(name)) style[name] = value;
    }
    return style;
  }

  #resolve(id: string, depth: number): TtmlStyle {
    const resolved = this.#resolvedStyles.get(id);
    if (resolved !== undefined) return resolved;
    const element = this.#elements.get(id);
    this.#resolvedStyles.set(id, {}); // Ends a circular reference.
    const style = element === undefined ? {} : this.styleOf(element, depth + 1);
    this.#resolvedStyles.set(id, style);
    return style;
  }
}

/** The style of an element: its own, and the inherited attributes of its parent. */
export function inheritStyle(parent: TtmlStyle, own: TtmlStyle): TtmlStyle {
  const style: Record<string, string> = {};
  for (const name of inheritedAttributes) {
    if (parent[name] !== undefined) style[name] = parent[name];
  }
  return { ...style, ...own };
}

/** Whether an element with this style is hidden. */
export function isHidden({ display, visibility }: TtmlStyle): boolean {
  return display === "none" || visibility === "hidden";
}
