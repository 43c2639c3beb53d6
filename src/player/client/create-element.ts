/** Makes an element with its properties and what stands in it. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A button with a word on it. */
export function createButton(text: string, act: () => void): HTMLButtonElement {
  return createElement("button", { type: "button", textContent: text, onclick: act });
}

/** A choice with its label, as the page's own are. @param options value and text of each */
export function createSelect(
  label: string,
  name: string,
  options: readonly (readonly [string, string])[],
  act: (value: string) => void,
): HTMLLabelElement {
  const select = createElement(
    "select",
    { name, onchange: () => act(select.value) },
    ...options.map(([value, text]) => createElement("option", { value, textContent: text })),
  );
  return createElement("label", { className: "choice" }, `${label} `, select);
}

/** A switch with its label. */
export function createCheckbox(
  label: string,
  name: string,
  checked: boolean,
  act: (on: boolean) => void,
) {
  const input = createElement("input", {
    type: "checkbox",
    name,
    checked,
    onchange: () => act(input.checked),
  });
  return createElement("label", { className: "check" }, input, ` ${label}`);
}
