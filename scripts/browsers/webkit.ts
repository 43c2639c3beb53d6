import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as z from "zod";
import type { Browser } from "./browser.ts";

const session = z.object({
  sessionId: z.string(),
  capabilities: z.object({ browserName: z.string(), browserVersion: z.string() }),
});

/** Where distributions keep WebKitGTK's small browser, which no PATH names. */
const miniBrowsers = [
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
];

/**
 * Starts WebKitGTK and speaks WebDriver with it (w3.org/TR/webdriver2).
 * @param command WebKitWebDriver
 * @param display an X display, `:99`
 * @throws Error if it doesn't start
 */
export async function startWebKit(
  command: string,
  display: string,
  port: number,
): Promise<Browser> {
  const binary = miniBrowsers.find((path) => existsSync(path));
  if (binary === undefined) throw new Error("WebKitGTK's MiniBrowser isn't installed");
  const driver = spawn(command, [`--port=${port}`, "--host=127.0.0.1"], {
    env: { ...process.env, DISPLAY: display },
    stdio: "ignore",
  });
  const server = `http://127.0.0.1:${port}`;
  await untilReady(server, driver);
  const options = { binary, args: ["--automation"] };
  const wanted = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const { sessionId, capabilities } = session.parse(
    await send(`${server}/session`, { capabilities: wanted }),
  );
  const address = `${server}/session/${sessionId}`;
  await send(`${address}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  await send(`${address}/window/rect`, { width: 1280, height: 900 });
  return {
    name: `${capabilities.browserName} (WebKitGTK ${capabilities.browserVersion})`,
    async open(url) {
      await send(`${address}/url`, { url });
    },
    async evaluate(expression) {
      const script = `const done = arguments[0];
        Promise.resolve(${expression}).then((value) => done(JSON.stringify(value ?? null)), (error) => done("!" + error));`;
      const value = z.string().parse(await send(`${address}/execute/async`, { script, args: [] }));
      if (value.startsWith("!")) throw new Error(`${expression}: ${value.slice(1)}`);
      return JSON.parse(value);
    },
    async perform(sources) {
      await send(`${address}/actions`, { actions: sources });
    },
    async close() {
      await fetch(address, { method: "DELETE" }).catch(() => undefined);
      driver.kill();
    },
  };
}

/** @returns the `value` of WebDriver's answer. @throws Error with its message */
async function send(address: string, body: unknown): Promise<unknown> {
  const response = await fetch(address, { method: "POST", body: JSON.stringify(body) });
  const { value } = z.object({ value: z.unknown() }).parse(await response.json());
  if (response.ok) return value;
  throw new Error(`${address}: ${JSON.stringify(value).slice(0, 500)}`);
}

async function untilReady(server: string, driver: ChildProcess): Promise<void> {
  let failure: Error | undefined;
  driver.once("error", (error) => {
    failure = error;
  });
  const deadline = Date.now() + 30_000;
  while (
    !(await fetch(`${server}/status`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (failure !== undefined) throw failure;
    if (Date.now() > deadline) throw new Error("WebKitWebDriver doesn't answer");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
