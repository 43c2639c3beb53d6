/** Creates an element with its properties and children. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

/** Creates a button with its text and click handler. */
export function createButton(text: string, onClick: () => void): HTMLButtonElement {
  return createElement("button", { type: "button", textContent: text, onclick: onClick });
}

/**
 * Creates a labeled select that looks like those of src/player/server/select-field.tsx.
 * @param options value and text of each
 */
export function createSelect(
  label: string,
  name: string,
  options: readonly (readonly [string, string])[],
  onChange: (value: string) => void,
): HTMLLabelElement {
  const select = createElement(
    "select",
    { name, onchange: () => onChange(select.value) },
    ...options.map(([value, text]) => createElement("option", { value, textContent: text })),
  );
  return createElement("label", { className: "field" }, `${label} `, select);
}

/** Creates a labeled checkbox. */
export function createCheckbox(
  label: string,
  name: string,
  checked: boolean,
  onChange: (checked: boolean) => void,
): HTMLLabelElement {
  const input = createElement("input", {
    type: "checkbox",
    name,
    checked,
    onchange: () => onChange(input.checked),
  });
  return createElement("label", { className: "checkbox" }, input, ` ${label}`);
}
