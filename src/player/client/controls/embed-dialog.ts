import {
  defaultPicture,
  embedCode,
  type FrameSize,
  ratioOf,
} from "../../../records/embed/embed-code.ts";
import { parseMoment } from "../../../records/moment.ts";
import { copyText } from "../clipboard.ts";
import type { PlayerElements } from "../player-elements.ts";
import { onButtonClick } from "./controls.ts";

/** Sets up the watch page's dialog that makes the embed code for another site, with a preview. */
export function setUpEmbedDialog({ controls }: PlayerElements): void {
  const dialog = controls.querySelector<HTMLDialogElement>(".embed-dialog");
  const preview = dialog?.querySelector("iframe");
  const code = dialog?.querySelector("textarea");
  if (!dialog || !preview || !code) return;
  const fieldValue = (name: string) =>
    dialog.querySelector<HTMLSelectElement | HTMLInputElement>(`[name=${name}]`)?.value ?? "";

  const update = () => {
    const address = new URL(dialog.dataset.address ?? "", location.href);
    address.searchParams.set("lang", fieldValue("embed-language"));
    const start = parseMoment(fieldValue("embed-start"))?.start ?? 0;
    if (start > 0) address.searchParams.set("t", String(start));
    if (preview.src !== address.href) preview.src = address.href;
    const picture = parseSize(dialog.dataset.picture ?? "") ?? defaultPicture;
    const size = parseSize(fieldValue("embed-size"));
    const shape = size === undefined ? { picture } : { size, of: "film" as const };
    code.value = embedCode(address.href, preview.title, shape);
    preview.style.aspectRatio = ratioOf(picture);
  };
  onButtonClick(controls, "embed", () => {
    update();
    dialog.showModal();
  });
  dialog.addEventListener("change", update);
  // Unload the preview: a film still playing in a closed dialog would be heard but not seen.
  dialog.addEventListener("close", () => preview.removeAttribute("src"));
  onButtonClick(dialog, "close", () => dialog.close());
  onButtonClick(dialog, "copy-code", async () => {
    code.select();
    const status = dialog.querySelector<HTMLElement>("[role=status]");
    if ((await copyText(code.value)) && status !== null) {
      status.textContent = status.dataset.copied ?? "";
    }
  });
}

/** @param size `640x360`, or "" for the width of the page */
function parseSize(size: string): FrameSize | undefined {
  const [width, height] = size.split("x").map(Number);
  return width && height ? { width, height } : undefined;
}
