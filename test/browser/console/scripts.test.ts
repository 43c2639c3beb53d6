import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { captionsEditorScriptPath, publishScriptPath } from "../../../build/browser.ts";
import { useLibrary } from "../support/library.ts";

describe("the console's scripts", () => {
  const library = useLibrary();

  test("are files whose names change with their content, and which browsers keep", async () => {
    const { url } = library();
    const answer = await fetch(url + captionsEditorScriptPath);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("import");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": expect.stringContaining("text/javascript"),
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
  });

  test.each([captionsEditorScriptPath, publishScriptPath])(
    "load at most 150 kB before film tools are needed: %s",
    async (script) => {
      const { url } = library();
      const sizes = new Map<string, number>();
      const load = async (path: string): Promise<void> => {
        if (sizes.has(path)) return;
        sizes.set(path, 0);
        const text = await (await fetch(url + path)).text();
        sizes.set(path, gzipSync(text, { level: 9 }).length);
        // What is imported by a statement is loaded with it; `import()` waits until it is called.
        for (const [, part] of text.matchAll(/(?:from|import)\s*"(\.\/[^"]+)"/g)) {
          await load(new URL(part ?? "", url + path).pathname);
        }
      };
      await load(script);
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThanOrEqual(150_000);
    },
  );

  test("are the only static assets with an address", async () => {
    const { url } = library();
    for (const path of ["/player.js", "/problems.md", "/_headers", "/console/none.js"]) {
      expect((await fetch(url + path)).status, path).toBe(404);
    }
  });
});
