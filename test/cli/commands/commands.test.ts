import { describe, expect, it } from "vitest";
import { videoteca } from "../run.ts";

const series = "media-manifests/how-did-we-get-here/series.yaml";

describe("the command line", () => {
  it("prints help with exit codes and examples", async () => {
    const { code, stdout } = await videoteca(["--help"]);
    for (const text of ["check", "plan", "apply", "VIDEOTECA_TOKEN", "Exit codes:", "Examples:"]) {
      expect(stdout).toContain(text);
    }
    expect(code).toBe(0);
  });

  it("exits with 1 and refers to --help after a wrong call", async () => {
    for (const args of [["chekc", "."], ["check"], ["check", "--color", "."]]) {
      const { code, stderr } = await videoteca(args);
      expect(stderr).toContain("--help");
      expect(code).toBe(1);
    }
  });

  it("asks for a token in one line", async () => {
    const { code, stderr } = await videoteca(["plan", series]);
    expect(stderr).toMatch(/^VIDEOTECA_TOKEN isn't set: .*\n$/);
    expect(code).toBe(1);
  });

  it("says in one line that the server doesn't answer, and at which address", async () => {
    const unreachableServer = { VIDEOTECA_TOKEN: "x", VIDEOTECA_URL: "http://127.0.0.1:9" };
    for (const command of ["plan", "apply"]) {
      const { code, stderr } = await videoteca([command, series], undefined, unreachableServer);
      expect(stderr).toMatch(/^Can't reach http:\/\/127\.0\.0\.1:9: .*\n$/);
      expect(code).toBe(1);
    }
  });

  it("says that an address is invalid", async () => {
    const wrong = { VIDEOTECA_TOKEN: "x", VIDEOTECA_URL: "library.example" };
    const { code, stderr } = await videoteca(["plan", series], undefined, wrong);
    expect(stderr).toMatch(/^VIDEOTECA_URL is “library\.example”: .*\n$/);
    expect(code).toBe(1);
  });

  it("uses no colors in a pipe, unless FORCE_COLOR is set", async () => {
    const plain = await videoteca(["check", series]);
    expect(plain.stdout).not.toContain("\x1b[");
    const colored = await videoteca(["check", series], undefined, { FORCE_COLOR: "1" });
    expect(colored.stdout).toContain("\x1b[");
    const uncolored = await videoteca(["check", series], undefined, { NO_COLOR: "1" });
    expect(uncolored.stdout).not.toContain("\x1b[");
  });
});
