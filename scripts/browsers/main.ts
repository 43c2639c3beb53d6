/**
 * `npm run browsers`: plays a film in Firefox and WebKitGTK, and prints what worked as a table; `--write` puts
 * it into docs/browsers.md. It isn't part of `npm test`, since both browsers must be installed on the system:
 * on Debian `apt install firefox-esr webkit2gtk-driver xvfb gstreamer1.0-libav gstreamer1.0-plugins-good`.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { freePort, startLibrary, temporaryFolder } from "../../test/browser/support/start.ts";
import { root } from "../local.ts";
import type { Browser } from "./browser.ts";
import { type Result, runChecks } from "./checks.ts";
import { startFirefox } from "./firefox.ts";
import { formatTable } from "./table.ts";
import { startWebKit } from "./webkit.ts";

/** The X display for WebKitGTK, which has no mode without a window. */
const display = ":97";

const state = await temporaryFolder();
const library = await startLibrary(state.folder);
const tables: { readonly name: string; readonly results: readonly Result[] }[] = [];
try {
  for (const start of [firefox, webKit]) {
    const started = await start();
    if (typeof started === "string") {
      console.log(started);
      continue;
    }
    try {
      tables.push({
        name: started.browser.name,
        results: await runChecks(started.browser, library.url),
      });
    } finally {
      await started.browser.close();
      started.screen?.kill();
    }
  }
} finally {
  await library.stop();
  await state.remove();
}
const table = formatTable(tables);
console.log(table);
if (process.argv.includes("--write") && tables.length > 0) {
  const file = join(root, "docs/browsers.md");
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.replace(/\n\|[\s\S]*\|\n/, () => `\n${table}\n`),
  );
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  spawnSync(process.execPath, [biome, "format", "--write", file]);
}
const failed = tables.some(({ results }) => results.some(({ failure }) => failure !== undefined));
process.exitCode = failed || tables.length === 0 ? 1 : 0;

/** A browser that runs, and the screen that it is shown on if it needs one. */
interface Started {
  readonly browser: Browser;
  readonly screen?: ChildProcess;
}

/** @returns what is missing, if it isn't installed */
async function firefox(): Promise<Started | string> {
  const command = findProgram("firefox-esr") ?? findProgram("firefox");
  if (command === undefined) return "Firefox isn't installed: apt install firefox-esr";
  return { browser: await startFirefox(command) };
}

/** @returns what is missing, if it isn't installed */
async function webKit(): Promise<Started | string> {
  const command = findProgram("WebKitWebDriver");
  const xvfb = findProgram("Xvfb");
  if (command === undefined || xvfb === undefined) {
    return "WebKitGTK isn't installed: apt install webkit2gtk-driver xvfb gstreamer1.0-libav gstreamer1.0-plugins-good";
  }
  const screen = spawn(xvfb, [display, "-screen", "0", "1400x1000x24"], { stdio: "ignore" });
  const socket = `/tmp/.X11-unix/X${display.slice(1)}`;
  const deadline = Date.now() + 10_000;
  while (!existsSync(socket) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { browser: await startWebKit(command, display, await freePort()), screen };
}

/** The path of a program in PATH. */
function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
