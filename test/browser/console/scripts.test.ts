import { describe, expect, test } from "vitest";
import { captionsEditorScriptPath } from "../../../build/browser.ts";
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

  test("are the only static assets with an address", async () => {
    const { url } = library();
    for (const path of ["/player.js", "/problems.md", "/_headers", "/console/none.js"]) {
      expect((await fetch(url + path)).status, path).toBe(404);
    }
  });
});
