import { readPageData } from "../shared/page-data.ts";

/**
 * Who is signed in. A session ends after some hours, perhaps in the middle of an upload: whoever then signs in in
 * another tab comes to a page with a new form token, and that page tells this one.
 */
export interface Session {
  formToken(): string;
  /** Calls back when somebody has signed in again. */
  onRenewed(callback: () => void): void;
  /** Asks the library for the form token: somebody may have signed in on a page that has no script to tell this one. */
  refresh(): Promise<void>;
}

const channelName = "videoteca-session";

/** @param path the address of a page that has the form token among its data */
export function openSession(formToken: string, path: string): Session {
  const channel = new BroadcastChannel(channelName);
  const callbacks: (() => void)[] = [];
  let current = formToken;
  const renew = (token: string) => {
    if (token === current) return;
    current = token;
    for (const callback of callbacks) callback();
  };
  channel.postMessage(formToken);
  channel.addEventListener("message", ({ data }) => {
    if (typeof data === "string") renew(data);
  });
  return {
    formToken: () => current,
    onRenewed: (callback) => callbacks.push(callback),
    async refresh() {
      try {
        const html = await (await fetch(path)).text();
        renew(readPageData(new DOMParser().parseFromString(html, "text/html")).formToken);
      } catch {
        // There is no connection, or nobody is signed in: what comes next says which.
      }
    },
  };
}
