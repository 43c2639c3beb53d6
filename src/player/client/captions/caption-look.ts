import type { PlayerScriptStrings } from "../../strings/en.ts";
import { findField } from "../controls/controls.ts";
import { createCheckbox, createElement, createSelect } from "../create-element.ts";
import type { Player } from "../player.ts";
import { canSave, loadValue, saveValue } from "../storage.ts";
import { changeLook, defaultLook, type Look, lookChoices, lookStyle, parseLook } from "./look.ts";
import type { RedrawCaptions } from "./refine-captions.ts";

const storageKey = "captions";

/**
 * Adds the choice of how captions look: smaller sizes, colors, opacity and position. A choice is seen on the
 * film at once, on a sample where nobody speaks. It is kept on the device only if the viewer says so.
 */
export function addCaptionLook(
  { player, controls }: Player,
  strings: PlayerScriptStrings,
  redraw: RedrawCaptions,
): void {
  const size = findField<HTMLSelectElement>(controls, "caption-size");
  const sizeField = size?.closest("label");
  if (!size || !sizeField) return;
  const saved = parseLook(loadValue(storageKey));
  let look = saved ?? { ...defaultLook, size: size.value };
  let isKept = saved !== undefined;
  const sample = new VTTCue(0, 1, strings.captionSample);

  const createField = (name: keyof Look, label: string, texts: readonly string[]) =>
    createSelect(
      label,
      `caption-${name}`,
      lookChoices[name].map((value, index) => [value, texts[index] ?? `${value} %`] as const),
      (value) => choose(name, value),
    );
  const { captionColorNames: colors } = strings;
  const fields = [
    createField("text", strings.captionText, colors),
    createField("background", strings.captionBackground, colors),
    createField("opacity", strings.captionOpacity, []),
    createField("position", strings.captionPosition, strings.captionPositions),
  ];
  if (canSave()) {
    fields.push(
      createCheckbox(strings.rememberCaptionLook, "keep-captions", isKept, (checked) => {
        isKept = checked;
        save();
      }),
    );
  }
  strings.captionSmallSizes.forEach((textContent, step) => {
    size.prepend(createElement("option", { value: String(-1 - step), textContent }));
  });
  sizeField.before(createSampleRow(strings.captionSample));
  sizeField.after(...fields);

  const save = () => saveValue(storageKey, isKept ? JSON.stringify(look) : undefined);
  const showInFields = () => {
    for (const name of Object.keys(look) as (keyof Look)[]) {
      const field = findField<HTMLSelectElement>(controls, `caption-${name}`);
      if (field !== undefined) field.value = look[name];
    }
  };
  const show = () => {
    showInFields();
    player.dataset.captionSize = look.size;
    player.dataset.captionPosition = look.position;
    for (const [property, value] of Object.entries(lookStyle(look))) {
      player.style.setProperty(property, value);
    }
  };
  const choose = (name: keyof Look, value: string) => {
    look = changeLook(look, name, value);
    show();
    redraw(sample);
    if (isKept) save();
  };
  size.addEventListener("change", () => choose("size", size.value));
  for (const field of [sizeField, ...fields]) {
    field.addEventListener("focusin", () => redraw(sample));
    field.addEventListener("focusout", () => redraw());
  }
  showInFields();
  if (saved === undefined) return;
  show();
  redraw();
}

/** A row of the panel that shows the look where the panel covers the film; it stays in sight while one scrolls. */
function createSampleRow(textContent: string): HTMLElement {
  const caption = createElement("p", {}, createElement("span", { textContent }));
  return createElement("div", { className: "caption-sample", ariaHidden: "true" }, caption);
}
