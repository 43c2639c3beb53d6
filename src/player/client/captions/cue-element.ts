/**
 * Makes the element of a cue: a row as wide as the picture with the cue's text, in its own direction.
 * @param isTranslation whether it stands below the original
 */
export function createCueElement(
  cue: VTTCue,
  language: string,
  isTranslation: boolean,
): HTMLElement {
  const row = document.createElement("p");
  row.lang = language;
  if (isTranslation) row.className = "translation";
  const text = document.createElement("span");
  text.dir = "auto";
  text.append(cue.getCueAsHTML());
  row.append(text);
  return row;
}
