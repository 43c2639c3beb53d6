/** The word by which WordPress knows our messages: it put it into the fragment. */
export const secret = /secret=([\w-]+)/.exec(location.hash)?.[1];

/**
 * Tells the host page how tall the embed is, whenever that changes, in the words that WordPress listens
 * for: `{ message: "height", value, secret }`.
 */
export function reportHeight(): void {
  const tell = () => {
    const value = Math.ceil(document.body.getBoundingClientRect().height);
    // To any origin: the height is no secret, and a sandboxed frame can't know its host's.
    parent.postMessage({ message: "height", value, secret }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
}
