import { formatMoment, momentParameter } from "../../../records/moment.ts";
import { announce, onButtonClick, type PlayerElements } from "./controls.ts";

/** Copies the address of the moment that is shown now. */
export function enableCopyLink({ video, controls }: PlayerElements): void {
  onButtonClick(controls, "copy", async () => {
    const { currentTime } = video;
    const address = `${controls.dataset.page}?t=${momentParameter(currentTime)}`;
    const copied = await copyText(address);
    announce(
      controls,
      copied ? "copied" : "cannotCopy",
      copied ? formatMoment(currentTime) : address,
    );
  });
}

/**
 * Copies text. A frame in a sandbox has no Clipboard API, but may still copy what is selected: so that is
 * tried first. @returns whether it worked
 */
export async function copyText(text: string): Promise<boolean> {
  const had = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  // Within an open dialog, as nothing outside it can be selected.
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  (had as HTMLElement | null)?.focus();
  if (copied) return true;
  return navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
}
