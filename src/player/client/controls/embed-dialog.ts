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
    code.value = formatEmbedCode(address.href, preview.title, fieldValue("embed-size"));
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

/** @param size width and height in CSS pixels, as `640x360`, or "" for the width of the page */
function formatEmbedCode(address: string, title: string, size: string): string {
  const [width, height] = size.split("x");
  const dimensions =
    height === undefined
      ? 'style="width:100%;aspect-ratio:16/9;border:0"'
      : `width="${width}" height="${height}" style="border:0"`;
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" ${dimensions} allow="fullscreen; picture-in-picture; clipboard-write" referrerpolicy="no-referrer" loading="lazy"></iframe>`;
}

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
