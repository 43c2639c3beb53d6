import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildCli } from "../../../scripts/build-cli.ts";
import { prepareTemplates, runCopy, type Templates } from "./library.ts";
import { temporaryFolder } from "./start.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The library that all tests outside the Worker share; its address ends without a slash. */
    library: { url: string; token: string };
    /** What libraries of a test's own are copied from. */
    templates: Templates;
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
  return async () => {
    await library.stop();
    await remove();
  };
}
