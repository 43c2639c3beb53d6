import { createServer } from "node:http";

/** What the embed tells the page that it stands on. */
export interface Message {
  readonly message: string;
  readonly value: number;
  readonly secret?: string;
}

/**
 * Another site, on another origin, with a page that an embed stands on.
 * @param embed what stands there, unless the page's address names another embed after `?`
 * @param permissions attributes of the iframe; without them it may run scripts and nothing else
 * @param head what the page has beside
 */
export async function startHost(
  embed: string,
  permissions = 'sandbox="allow-scripts"',
  head = "",
): Promise<{ url: string; stop(): Promise<void> }> {
  const pageWith = (source: string) => `<!doctype html><html lang="en"><title>Another site</title>
    <link rel="icon" href="data:,">
    <script>window.told = []; addEventListener("message", ({ data }) => told.push(data));</script>
    ${head}
    <iframe title="Film" width="640" height="420" ${permissions} src="${source}"></iframe>`;
  const server = createServer(({ url = "" }, response) => {
    const [, other] = url.split("?");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(pageWith(other === undefined ? embed : decodeURIComponent(other)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The host has no port.");
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${address.port}`, stop };
}
