/**
 * `/embed.js`, an optional helper for host pages (docs/embed.md): gives each frame of this library the
 * height that its embed reports, pauses the others when one plays, and dispatches the embed's events on the frame as `videoteca` events.
 */
const script = document.currentScript as HTMLScriptElement | null;
const embedAddress = `${new URL(script?.src ?? location.href).origin}/embed/`;

addEventListener("message", ({ data, source }) => {
  const frames = [...document.querySelectorAll("iframe")].filter(({ src }) =>
    src.startsWith(embedAddress),
  );
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (frame === undefined) return;
  if (data?.message === "height" && data.value > 0) {
    frame.style.aspectRatio = "auto";
    frame.style.height = `${data.value}px`;
  }
  if (data?.type === "videoteca:event") {
    if (data.event === "play") {
      for (const other of frames) {
        if (other !== frame) other.contentWindow?.postMessage({ type: "videoteca:pause" }, "*");
      }
    }
    frame.dispatchEvent(new CustomEvent("videoteca", { detail: data, bubbles: true }));
  }
});
