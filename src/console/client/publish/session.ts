/**
 * Who is signed in. A session ends after some hours, perhaps in the middle of an upload: whoever then signs in in
 * another tab comes to a page with a new form token, and that page tells this one.
 */
export interface Session {
  formToken(): string;
  /** Calls back when somebody has signed in again. */
  onRenewed(callback: () => void): void;
}

const channelName = "videoteca-session";

export function openSession(formToken: string): Session {
  const channel = new BroadcastChannel(channelName);
  const callbacks: (() => void)[] = [];
  let current = formToken;
  channel.postMessage(formToken);
  channel.addEventListener("message", ({ data }) => {
    if (typeof data !== "string" || data === current) return;
    current = data;
    for (const callback of callbacks) callback();
  });
  return {
    formToken: () => current,
    onRenewed: (callback) => callbacks.push(callback),
  };
}
