import { definePlayerElement, elementFrames } from "./player-element.ts";

/**
 * `/embed.js`, an optional helper for host pages (docs/embed.md): gives each frame of this library the
 * height that its embed reports, pauses the others when one plays, dispatches the embed's events on the frame as
 * `videoteca` events, and defines `<videoteca-player>`.
 */
const script = document.currentScript as HTMLScriptElement | null;
const libraryOrigin = new URL(script?.src ?? location.href).origin;
const embedAddress = `${libraryOrigin}/embed/`;
/** A frame whose sandbox has no `allow-same-origin` sends from this origin (HTML, “opaque origin”). */
const sandboxOrigin = "null";
/** In CSS pixels. No embed is nearly as high: its transcript and its list of episodes scroll by themselves. */
const maxHeight = 10_000;

definePlayerElement(libraryOrigin);
// A page may have the script twice, with each embed that was pasted: events are dispatched once.
const marker = Symbol.for(embedAddress);
if (!(marker in window)) {
  Object.assign(window, { [marker]: true });
  addEventListener("message", handleMessage);
}

function handleMessage({ data, source, origin }: MessageEvent): void {
  if (origin !== libraryOrigin && origin !== sandboxOrigin) return;
  const frames = [...document.querySelectorAll("iframe"), ...elementFrames].filter(({ src }) =>
    src.startsWith(embedAddress),
  );
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (frame === undefined) return;
  // An element's frame has the film's height from the beginning: it grows only under the hands of its viewer.
  const mayResize = !elementFrames.has(frame) || hasFocus(frame);
  if (data?.message === "height" && isHeight(data.value) && mayResize) {
    frame.style.aspectRatio = "auto";
    frame.style.height = `${data.value}px`;
  }
  if (data?.type !== "videoteca:event") return;
  if (data.event === "play") {
    for (const other of frames) {
      if (other !== frame) other.contentWindow?.postMessage({ type: "videoteca:pause" }, "*");
    }
  }
  // Composed: it leaves the element, whose frame is in a shadow root.
  const event = new CustomEvent("videoteca", { detail: data, bubbles: true, composed: true });
  frame.dispatchEvent(event);
}

function hasFocus(frame: HTMLIFrameElement): boolean {
  const root = frame.getRootNode();
  return "activeElement" in root && root.activeElement === frame;
}

function isHeight(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value <= maxHeight;
}
