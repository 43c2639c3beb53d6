import { hostSecret } from "./host-secret.ts";

/**
 * Tells the host page the embed's height in CSS pixels, now and whenever it changes, in the format of
 * WordPress: `{ message: "height", value, secret }`.
 */
export function reportHeight(): void {
  const send = () => {
    const value = Math.ceil(document.body.getBoundingClientRect().height);
    // To any origin: the height isn't confidential, and a sandboxed frame can't know its host's origin.
    parent.postMessage({ message: "height", value, secret: hostSecret }, "*");
  };
  new ResizeObserver(send).observe(document.body);
}
