import { parseMoment } from "../../../records/moment.ts";
import { onButtonClick, type PlayerElements } from "./controls.ts";
import { copyText } from "./copy-link.ts";

/** The dialog of the watch page that makes the line for somebody else's page, with a preview. */
export function setUpEmbedDialog({ controls }: PlayerElements): void {
  const dialog = controls.querySelector<HTMLDialogElement>(".embed-dialog");
  const preview = dialog?.querySelector("iframe");
  const code = dialog?.querySelector("textarea");
  if (!dialog || !preview || !code) return;
  const chosen = (name: string) =>
    dialog.querySelector<HTMLSelectElement | HTMLInputElement>(`[name=${name}]`)?.value ?? "";

  const write = () => {
    const address = new URL(dialog.dataset.address ?? "", location.href);
    address.searchParams.set("lang", chosen("embed-language"));
    const start = parseMoment(chosen("embed-start"))?.start ?? 0;
    if (start > 0) address.searchParams.set("t", String(start));
    if (preview.src !== address.href) preview.src = address.href;
    code.value = embedCode(address.href, preview.title, chosen("embed-size"));
  };
  onButtonClick(controls, "embed", () => {
    write();
    dialog.showModal();
  });
  dialog.addEventListener("change", write);
  // A film that plays on in a closed dialog would be heard and not seen.
  dialog.addEventListener("close", () => preview.removeAttribute("src"));
  onButtonClick(dialog, "close", () => dialog.close());
  onButtonClick(dialog, "copy-code", async () => {
    code.select();
    const said = dialog.querySelector<HTMLElement>("[role=status]");
    if ((await copyText(code.value)) && said !== null) said.textContent = said.dataset.copied ?? "";
  });
}

/** @param size width and height in pixels, as `640x360`, or "" for as wide as the page */
function embedCode(address: string, title: string, size: string): string {
  const [width, height] = size.split("x");
  const sized =
    height === undefined
      ? 'style="width:100%;aspect-ratio:16/9;border:0"'
      : `width="${width}" height="${height}" style="border:0"`;
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" ${sized} allow="fullscreen; picture-in-picture; clipboard-write" referrerpolicy="no-referrer" loading="lazy"></iframe>`;
}

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
