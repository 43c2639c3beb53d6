import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildCli } from "../../../scripts/build-cli.ts";
import { prepareTemplates, runCopy, type Templates } from "./library.ts";
import { startBrowser } from "./shared-browser.ts";
import { temporaryFolder } from "./start.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The library that all tests outside the Worker share; its address ends without a slash. */
    library: { url: string; token: string };
    /** What libraries of a test's own are copied from. */
    templates: Templates;
    /** Where the browser listens that all tests share. */
    browser: string;
  }
}

/** Bundles and publishes once, and starts the library that all tests share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await temporaryFolder();
  await buildCli();
  const templates = await prepareTemplates(folder);
  const library = await runCopy(templates, templates.published, join(folder, "shared"));
  project.provide("library", { url: library.url, token: library.token });
  project.provide("templates", templates);
  const browser = await startBrowser();
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await library.stop();
    await remove();
  };
}
