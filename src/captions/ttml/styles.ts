/** The styles of TTML that say something to a reader; colours, fonts and sizes are left out. */
import { childElements, type XmlElement } from "./xml.ts";

/** Raw values, by the name of the style. */
export type TtmlStyle = Readonly<Record<string, string>>;

const keptAttributes = new Set([
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
/** These hold for an element and its children alike. */
const inheritedAttributes = [
  "fontStyle",
  "fontWeight",
  "textDecoration",
  "textAlign",
  "visibility",
];
/** Styles may build on others; further down is a circle. */
const maxReferenceSteps = 10;

/** The styles that a document names in its head. */
export class StyleSheet {
  readonly #named = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, TtmlStyle>();

  constructor(head: XmlElement | undefined) {
    const styling = head && childElements(head).find(({ name }) => name === "styling");
    for (const style of styling === undefined ? [] : childElements(styling)) {
      const id = style.attributes.get("id");
      if (style.name === "style" && id !== undefined) this.#named.set(id, style);
    }
  }

  /** An element's own style: what it names, then what it says itself. */
  styleOf(element: XmlElement, steps = 0): TtmlStyle {
    const style: Record<string, string> = {};
    for (const id of (element.attributes.get("style") ?? "").split(/\s+/)) {
      if (id !== "" && steps < maxReferenceSteps) Object.assign(style, this.#byName(id, steps));
    }
    for (const [name, value] of element.attributes)
      if (keptAttributes.has(name)) style[name] = value;
    return style;
  }

  #byName(id: string, steps: number): TtmlStyle {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const element = this.#named.get(id);
    this.#resolved.set(id, {}); // what a circle finds
    const style = element === undefined ? {} : this.styleOf(element, steps + 1);
    this.#resolved.set(id, style);
    return style;
  }
}

/** What an element with `own` style has inside one with `parent` style. */
export function inherit(parent: TtmlStyle, own: TtmlStyle): TtmlStyle {
  const style: Record<string, string> = {};
  for (const name of inheritedAttributes)
    if (parent[name] !== undefined) style[name] = parent[name];
  return { ...style, ...own };
}

/** Whether a style hides what has it. */
export function isHidden({ display, visibility }: TtmlStyle): boolean {
  return display === "none" || visibility === "hidden";
}
