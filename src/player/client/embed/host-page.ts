import { definePlayerElement } from "./player-element.ts";

/**
 * `/embed.js`, an optional helper for host pages (docs/embed.md): gives each frame of this library the
 * height that its embed reports, pauses the others when one plays, dispatches the embed's events on the frame as
 * `videoteca` events, and defines `<videoteca-player>`.
 */
const script = document.currentScript as HTMLScriptElement | null;
const { origin } = new URL(script?.src ?? location.href);
const embedAddress = `${origin}/embed/`;

definePlayerElement(origin);

addEventListener("message", ({ data, source }) => {
  const frames = [...document.querySelectorAll("iframe")].filter(({ src }) =>
    src.startsWith(embedAddress),
  );
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (frame === undefined) return;
  // An element's frame has the film's height from the beginning: it grows only under the hands of its viewer.
  const mayResize = frame.closest("videoteca-player") === null || document.activeElement === frame;
  if (data?.message === "height" && data.value > 0 && mayResize) {
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
