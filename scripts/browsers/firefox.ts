import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { Browser } from "./browser.ts";

const answer = z.object({
  id: z.number().nullish(),
  type: z.string(),
  result: z.unknown().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
});

/** A page may play sound without a click, so that checks can begin where they want. */
const preferences = `user_pref("media.autoplay.default", 0);
user_pref("full-screen-api.warning.timeout", 0);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
`;

/**
 * Starts Firefox without a window and speaks WebDriver BiDi with it (w3.org/TR/webdriver-bidi), which Firefox
 * offers itself.
 * @param command its program
 * @throws Error if it doesn't start
 */
export async function startFirefox(command: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "videoteca-firefox-"));
  writeFileSync(join(profile, "user.js"), preferences);
  const parameters = ["--headless", "--remote-debugging-port=0", "--no-remote", "--new-instance"];
  const child = spawn(command, [...parameters, "--profile", profile, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const socket = await connect(`${await readAddress(child)}/session`);
  const send = commandSender(socket);
  const session = z.object({ capabilities: z.object({ browserVersion: z.string() }) });
  const { capabilities } = session.parse(await send("session.new", { capabilities: {} }));
  const tree = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });
  const { contexts } = tree.parse(await send("browsingContext.getTree", {}));
  const context = contexts[0]?.context ?? "";
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    async open(address) {
      await send("browsingContext.navigate", { context, url: address, wait: "complete" });
    },
    async evaluate(expression) {
      const evaluated = await send("script.evaluate", {
        // JSON, because BiDi has a format of its own for values.
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        target: { context },
        awaitPromise: true,
        userActivation: false,
      });
      const value = z.object({ result: z.object({ value: z.string() }) }).safeParse(evaluated);
      if (!value.success) throw new Error(`${expression}: ${JSON.stringify(evaluated)}`);
      return JSON.parse(value.data.result.value);
    },
    async perform(sources) {
      await send("input.performActions", { context, actions: sources });
    },
    async close() {
      await send("browser.close", {}).catch(() => undefined);
      socket.close();
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The address of its WebDriver BiDi server, which it prints. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stderr?.on("data", (chunk) => {
      printed += chunk;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`Firefox ended: ${printed}`)));
  });
}

function connect(address: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.addEventListener("open", () => resolve(socket));
    socket.addEventListener("error", () => reject(new Error(`${address} doesn't answer`)));
  });
}

/** @returns a function that sends a command and resolves to its result */
function commandSender(socket: WebSocket) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const { id, type, result, error, message } = answer.parse(JSON.parse(String(data)));
    const command = waiting.get(id ?? -1);
    if (type === "success") command?.resolve(result);
    else if (type === "error") command?.reject(new Error(`${error}: ${message}`));
  });
  return (method: string, params: unknown): Promise<unknown> => {
    last += 1;
    const command = Promise.withResolvers<unknown>();
    waiting.set(last, command);
    socket.send(JSON.stringify({ id: last, method, params }));
    return command.promise;
  };
}
