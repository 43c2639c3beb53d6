/**
 * Copies text. A sandboxed frame has no Clipboard API but may still copy what is selected, so that is
 * tried first.
 * @returns whether it worked
 */
export async function copyText(text: string): Promise<boolean> {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  // While a modal dialog is open, everything outside it is inert and can't be selected (HTML, “inert”).
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  (focused as HTMLElement | null)?.focus();
  if (copied) return true;
  return navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
}
