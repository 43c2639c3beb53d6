/** Makes an element with its properties and what stands in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A button with a word on it. */
export function button(text: string, act: () => void): HTMLButtonElement {
  return element("button", { type: "button", textContent: text, onclick: act });
}

/** A choice with its label, as the page's own are. @param options value and text of each */
export function choice(
  label: string,
  name: string,
  options: readonly (readonly [string, string])[],
  act: (value: string) => void,
): HTMLLabelElement {
  const select = element(
    "select",
    { name, onchange: () => act(select.value) },
    ...options.map(([value, text]) => element("option", { value, textContent: text })),
  );
  return element("label", { className: "choice" }, `${label} `, select);
}

/** A switch with its label. */
export function check(label: string, name: string, checked: boolean, act: (on: boolean) => void) {
  const input = element("input", {
    type: "checkbox",
    name,
    checked,
    onchange: () => act(input.checked),
  });
  return element("label", { className: "check" }, input, ` ${label}`);
}
