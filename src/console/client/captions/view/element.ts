/** Makes elements without a framework: a row of captions must cost as little as it can. */

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Children = readonly (Node | string | undefined)[];

/**
 * An element with its attributes and children.
 * @param attributes true is an attribute without a value; false and undefined are none
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: Children = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does something. */
export function button(
  label: string,
  act: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, [label]);
  made.addEventListener("click", act);
  return made;
}

/** A field with its label above it. */
export function labelled(label: string, field: HTMLElement): HTMLElement {
  return element("label", {}, [element("span", {}, [label]), field]);
}

/** Sets an attribute only if it differs, so that nothing is laid out again for nothing. */
export function setAttribute(target: Element, name: string, value: string): void {
  if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
