import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { root, videoteca } from "../run.ts";
import { atTerminal } from "./terminal.ts";

const { url, token } = inject("library");
let home = "";
let user: { cwd: string; environment: Record<string, string> };

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "videoteca-terminal-"));
  user = { cwd: home, environment: { XDG_CONFIG_HOME: join(home, "config") } };
});
afterEach(() => rm(home, { recursive: true }));

describe("at a terminal", () => {
  test("login asks for the address and the token, and never shows the token", async () => {
    const { code, screen } = await atTerminal(
      ["login"],
      [
        ["The library's address", `${url}\r`],
        ["Your staff token", `${token}\r`],
      ],
      user,
    );
    expect(screen).toContain(`You are npm start at ${url}`);
    expect(code).toBe(0);
    for (let start = 0; start + 12 <= token.length; start += 1) {
      expect(screen).not.toContain(token.slice(start, start + 12));
    }
    const file = await readFile(join(home, "config/videoteca/profiles/default.json"), "utf8");
    expect(JSON.parse(file)).toEqual({ url, token });
  });

  test("init asks questions, with suggestions from the folder", async () => {
    const film = join(root, "media-manifests/how-did-we-get-here/criminalizing-migration");
    await mkdir(join(home, "first"));
    for (const name of ["film.webm", "es.srt"]) {
      await copyFile(join(film, name), join(home, "first", name));
    }
    const { code, screen } = await atTerminal(
      ["init", "first"],
      [
        ["What kind of work is it?", "\r"],
        ["Its title", "El año de la vuelta\r"],
        ["Its slug", "\r"],
        ["The original language", "\r"],
        ["Other languages", "en\r"],
      ],
      user,
    );
    expect(screen).toContain("Wrote first/episode.yaml");
    expect(code).toBe(0);
    const manifest = await readFile(join(home, "first/episode.yaml"), "utf8");
    expect(manifest).toContain("slug: el-ano-de-la-vuelta ");
    expect(manifest).toContain("inLanguage: es ");
    expect(manifest).toContain('  es: "El año de la vuelta"\n  # en:\n');
  });

  test("Ctrl-C at a question writes nothing, and says so", async () => {
    const { code, screen } = await atTerminal(
      ["init", "x"],
      [["What kind of work is it?", "\u0003"]],
      user,
    );
    expect(screen).toContain("Canceled: nothing was written.");
    expect(code).toBe(1);
    expect(await readdir(home)).toEqual([]);
  });

  test("token revoke shows the token, and keeps it if the answer is no", async () => {
    const staff = { VIDEOTECA_URL: url, VIDEOTECA_TOKEN: token };
    const made = await videoteca(["token", "create", "--name", "To keep", "--json"], home, staff);
    const { id } = JSON.parse(made.stdout);
    const { code, screen } = await atTerminal(["token", "revoke", id], [["(y/N)", "n\r"]], {
      cwd: home,
      environment: staff,
    });
    expect(screen).toMatch(/To keep +read-drafts, publish +expires on/);
    expect(screen).toContain("Nothing was changed.");
    expect(code).toBe(1);
    const list = await videoteca(["token", "list"], home, staff);
    expect(list.stdout).toContain(id);
  });
});
