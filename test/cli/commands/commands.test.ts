import { describe, expect, it } from "vitest";
import { statusMessage, unreachableMessage } from "../../../src/cli/api/error-text.ts";
import { videoteca } from "../run.ts";

const series = "media-manifests/how-did-we-get-here/series.yaml";

describe("the command line", () => {
  it("explains itself, with exit codes and examples", async () => {
    const { code, stdout } = await videoteca(["--help"]);
    for (const words of ["check", "plan", "apply", "VIDEOTECA_TOKEN", "Exit codes:", "Examples:"]) {
      expect(stdout).toContain(words);
    }
    expect(code).toBe(0);
  });

  it("exits with 1 and says where to look when it is called wrongly", async () => {
    for (const args of [["chekc", "."], ["check"], ["check", "--colour", "."]]) {
      const { code, stderr } = await videoteca(args);
      expect(stderr).toContain("--help");
      expect(code).toBe(1);
    }
  });

  it("asks for a token in one sentence", async () => {
    const { code, stderr } = await videoteca(["plan", series]);
    expect(stderr).toMatch(/^VIDEOTECA_TOKEN isn't set: .*\n$/);
    expect(code).toBe(1);
  });

  it("says in one sentence that nobody answers, and where it asked", async () => {
    const nobody = { VIDEOTECA_TOKEN: "x", VIDEOTECA_URL: "http://127.0.0.1:9" };
    for (const command of ["plan", "apply"]) {
      const { code, stderr } = await videoteca([command, series], undefined, nobody);
      expect(stderr).toMatch(/^Nobody answers at http:\/\/127\.0\.0\.1:9: .*\n$/);
      expect(code).toBe(1);
    }
  });

  it("says that an address is none", async () => {
    const wrong = { VIDEOTECA_TOKEN: "x", VIDEOTECA_URL: "library.example" };
    const { code, stderr } = await videoteca(["plan", series], undefined, wrong);
    expect(stderr).toMatch(/^VIDEOTECA_URL is “library\.example”: .*\n$/);
    expect(code).toBe(1);
  });

  it("colours nothing in a pipe, and on demand", async () => {
    const plain = await videoteca(["check", series]);
    expect(plain.stdout).not.toContain("\x1b[");
    const coloured = await videoteca(["check", series], undefined, { FORCE_COLOR: "1" });
    expect(coloured.stdout).toContain("\x1b[");
    const refused = await videoteca(["check", series], undefined, { NO_COLOR: "1" });
    expect(refused.stdout).not.toContain("\x1b[");
  });
});

describe("an answer that is no success", () => {
  const url = "https://library.example";
  it.each([
    [301, undefined, "set VIDEOTECA_URL to the library's own address"],
    [401, "Send a token.", "set VIDEOTECA_TOKEN to a valid one"],
    [403, "It lacks the scope publish.", "It lacks the scope publish."],
    [404, undefined, "see whether VIDEOTECA_URL is right"],
    [409, "Send these blobs first.", "Send these blobs first."],
    [412, "Someone else published a-film meanwhile.", "Someone else published a-film meanwhile."],
    [413, undefined, "make it smaller"],
    [422, "name: write a text", "name: write a text"],
    [429, undefined, "wait a minute"],
    [500, undefined, "run this again"],
    [503, "D1 is down.", "D1 is down."],
  ])("%i is told with what to do", (status, detail, words) => {
    expect(statusMessage(status, url, detail)).toContain(words);
  });

  it("none at all is told by its cause", () => {
    const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const refused = new TypeError("fetch failed", { cause });
    expect(unreachableMessage(url, refused)).toContain("is the library running?");
    const both = new TypeError("fetch failed", { cause: new AggregateError([cause]) });
    expect(unreachableMessage(url, both)).toContain("is the library running?");
  });
});
