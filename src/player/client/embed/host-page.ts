/**
 * `/embed.js`, for a host page that wants it (docs/embed.md): every film's frame gets the height that the
 * film asks for, and hears what the film does as an event of its own, `videoteca`.
 */
const here = document.currentScript as HTMLScriptElement | null;
const films = `${new URL(here?.src ?? location.href).origin}/embed/`;

addEventListener("message", ({ data, source }) => {
  const frame = [...document.querySelectorAll("iframe")].find(
    ({ contentWindow, src }) => contentWindow === source && src.startsWith(films),
  );
  if (frame === undefined) return;
  if (data?.message === "height" && data.value > 0) {
    frame.style.aspectRatio = "auto";
    frame.style.height = `${data.value}px`;
  }
  if (data?.type === "videoteca:event") {
    frame.dispatchEvent(new CustomEvent("videoteca", { detail: data, bubbles: true }));
  }
});
