/**
 * Tells the host page how tall the embed is, whenever that changes, in the words that WordPress listens
 * for: `{ message: "height", value, secret }`, with the secret it put into the fragment.
 */
export function tellHeight(): void {
  if (parent === window) return;
  const secret = /secret=([\w-]+)/.exec(location.hash)?.[1];
  const tell = () => {
    const value = Math.ceil(document.body.getBoundingClientRect().height);
    // To any origin: the height is no secret, and a sandboxed frame can't know its host's.
    parent.postMessage({ message: "height", value, secret }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
}
