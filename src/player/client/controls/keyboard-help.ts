import type { PlayerScriptStrings } from "../../strings/en.ts";
import { button, check, element } from "../element.ts";
import { keep, recall } from "../storage.ts";

/** The player's keys, and the switch that turns them off, for good where it can be kept (WCAG 2.1.4). */
export function addHelp(bar: HTMLElement, words: PlayerScriptStrings) {
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
  const keys = element("dl");
  for (const [names, what] of rows) {
    keys.append(
      element("dt", { dir: "ltr", textContent: names }),
      element("dd", { textContent: what }),
    );
  }
  let areOn = recall("keys") !== "off";
  const turn = check(words.keysOn, "keys", areOn, (on) => {
    areOn = on;
    keep("keys", on ? undefined : "off");
  });
  const title = element("h2", { id: "keys-title", textContent: words.keys });
  const dialog = element(
    "dialog",
    { className: "help" },
    title,
    element("p", { textContent: words.keysHelp }),
    keys,
    turn,
    // A form would close it too, but a sandbox allows none.
    button(words.close, () => dialog.close()),
  );
  dialog.setAttribute("aria-labelledby", title.id);
  bar.append(dialog);
  return { openHelp: () => dialog.showModal(), areKeysOn: () => areOn };
}
