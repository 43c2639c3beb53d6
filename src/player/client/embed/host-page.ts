/**
 * `/embed.js`, an optional helper for host pages (docs/embed.md): gives each frame of this library the
 * height that its embed reports, and dispatches the embed's events on the frame as `videoteca` events.
 */
const script = document.currentScript as HTMLScriptElement | null;
const embedAddress = `${new URL(script?.src ?? location.href).origin}/embed/`;

addEventListener("message", ({ data, source }) => {
  const frame = [...document.querySelectorAll("iframe")].find(
    ({ contentWindow, src }) => contentWindow === source && src.startsWith(embedAddress),
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
