import { describe, expect, test } from "vitest";
import embedding from "../../../docs/embed.md?raw";
import readme from "../../../README.md?raw";
import { embedCode } from "../../../src/records/embed/embed-code.ts";

const address = "https://library.example/embed/film?lang=es";

describe("the embed code", () => {
  test.each([
    [{ width: 1280, height: 720 }, "width:100%;aspect-ratio:16/9;border:0"],
    [{ width: 500, height: 500 }, "width:100%;aspect-ratio:1/1;border:0"],
    [{ width: 1080, height: 1920 }, "width:100%;max-width:360px;aspect-ratio:9/16;border:0"],
    [{ width: 853, height: 480 }, "width:100%;aspect-ratio:853/480;border:0"],
  ])("has the ratio of a film of %j at every width", (picture, style) => {
    expect(embedCode(address, "Film", { picture })).toContain(` style="${style}" `);
  });

  test("of a fixed size shrinks in its ratio on a narrower page, and a card keeps its height", () => {
    const film = embedCode(address, "Film", { size: { width: 640, height: 360 }, of: "film" });
    expect(film).toContain(
      'width="640" height="360" style="max-width:100%;height:auto;aspect-ratio:16/9;border:0"',
    );
    const card = embedCode(address, "Card", { size: { width: 640, height: 240 }, of: "card" });
    expect(card).toContain('width="640" height="240" style="max-width:100%;border:0"');
  });

  test("escapes title and address", () => {
    const picture = { width: 16, height: 9 };
    expect(embedCode(`${address}&t=1`, `"><b>&`, { picture })).toContain(
      `src="${address}&amp;t=1" title="&quot;&gt;&lt;b&gt;&amp;"`,
    );
  });

  test("is the line in the README and in docs/embed.md", () => {
    for (const text of [readme, embedding]) {
      const [, written = "", origin = "", title = ""] =
        /(<iframe src="([^"]*?)\/embed\/criminalizing-migration\?lang=es" title="([^"]*)".*)/.exec(
          text,
        ) ?? [];
      const film = `${origin}/embed/criminalizing-migration?lang=es`;
      const picture = { width: 1280, height: 720 };
      expect(written).toBe(embedCode(film, title, { picture }));
    }
  });
});
