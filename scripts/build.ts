/**
 * `npm run build`: what the Worker is bundled with and reads, in build/ (scripts/browser-parts.ts).
 * With VIDEOTECA_DEV (`npm run dev`) the code stays readable and carries its source map.
 */
import { makeIfChanged } from "./make-if-changed.ts";

const isDev = process.env.VIDEOTECA_DEV !== undefined;

await makeIfChanged({
  note: "build/made/browser-parts.txt",
  outputs: ["build/browser.ts", "build/character-names.ts", "build/assets/**/*"],
  settings: isDev ? "readable" : "minified",
  async make() {
    // Its modules take longer to load than to see that nothing has changed.
    const { buildBrowserParts } = await import("./browser-parts.ts");
    await buildBrowserParts(isDev);
  },
});
