import type { TestProject } from "vitest/node";
import { startLibrary, temporaryFolder } from "./library.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The library that all tests outside the Worker share; ends without a slash. */
    library: { url: string; token: string };
  }
}

/** Starts one real library for all tests that ask for it with `inject("library")`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = await temporaryFolder();
  const library = await startLibrary(state.folder);
  project.provide("library", { url: library.url, token: library.token });
  return async () => {
    await library.stop();
    await state.remove();
  };
}
