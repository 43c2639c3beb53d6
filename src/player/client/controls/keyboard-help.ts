import type { PlayerScriptStrings } from "../../strings/en.ts";
import { createButton, createCheckbox, createElement } from "../create-element.ts";
import { loadValue, saveValue } from "../storage.ts";

/** The player's keys, and the switch that turns them off, for good where it can be kept (WCAG 2.1.4). */
export function addKeyboardHelp(bar: HTMLElement, words: PlayerScriptStrings) {
  const rows: [string, string][] = [
    [`K, ${words.space}`, words.key.play],
    ["J, L, ←, →", words.key.seek],
    ["↑, ↓", words.key.volume],
    ["M", words.key.mute],
    ["F", words.key.fullScreen],
    ["C", words.key.captions],
    ["<, >", words.key.speed],
    ["0–9", words.key.place],
    ["?", words.key.help],
  ];
  const keys = createElement("dl");
  for (const [names, what] of rows) {
    keys.append(
      createElement("dt", { dir: "ltr", textContent: names }),
      createElement("dd", { textContent: what }),
    );
  }
  let areOn = loadValue("keys") !== "off";
  const turn = createCheckbox(words.keysOn, "keys", areOn, (on) => {
    areOn = on;
    saveValue("keys", on ? undefined : "off");
  });
  const title = createElement("h2", { id: "keys-title", textContent: words.keys });
  const dialog = createElement(
    "dialog",
    { className: "help" },
    title,
    createElement("p", { textContent: words.keysHelp }),
    keys,
    turn,
    // A form would close it too, but a sandbox allows none.
    createButton(words.close, () => dialog.close()),
  );
  dialog.setAttribute("aria-labelledby", title.id);
  bar.append(dialog);
  return { openHelp: () => dialog.showModal(), areKeysOn: () => areOn };
}
