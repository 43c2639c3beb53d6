import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createButton, createCheckbox, createElement } from "../create-element.ts";
import { loadValue, saveValue } from "../storage.ts";

/**
 * Adds the dialog that lists the keyboard shortcuts, with a checkbox that turns them off (WCAG 2.1.4).
 * The choice is saved on the device if that is possible.
 */
export function addKeyboardHelp(controls: HTMLElement, strings: PlayerScriptStrings) {
  const shortcuts: [string, string][] = [
    [`K, ${strings.spaceKey}`, strings.shortcuts.play],
    ["J, L, ←, →", strings.shortcuts.seek],
    ["↑, ↓", strings.shortcuts.volume],
    ["M", strings.shortcuts.mute],
    ["F", strings.shortcuts.fullScreen],
    ["C", strings.shortcuts.captions],
    ["<, >", strings.shortcuts.speed],
    ["0–9", strings.shortcuts.jump],
    ["?", strings.shortcuts.help],
  ];
  const list = createElement("dl");
  for (const [keys, description] of shortcuts) {
    list.append(
      createElement("dt", { dir: "ltr", textContent: keys }),
      createElement("dd", { textContent: description }),
    );
  }
  let areEnabled = loadValue("keys") !== "off";
  const checkbox = createCheckbox(strings.useShortcuts, "keys", areEnabled, (checked) => {
    areEnabled = checked;
    saveValue("keys", checked ? undefined : "off");
  });
  const heading = createElement("h2", {
    id: "keyboard-help-title",
    textContent: strings.keyboardShortcuts,
  });
  const dialog = createElement(
    "dialog",
    { className: "keyboard-help" },
    heading,
    createElement("p", { textContent: strings.shortcutsHelp }),
    list,
    checkbox,
    // A button, not a form with method=dialog: a sandboxed frame may not submit forms.
    createButton(strings.close, () => dialog.close()),
  );
  dialog.setAttribute("aria-labelledby", heading.id);
  controls.append(dialog);
  return { openHelp: () => dialog.showModal(), areShortcutsEnabled: () => areEnabled };
}
