import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  profileFile,
  profileName,
  profileNames,
  readProfile,
  removeProfile,
  writeProfile,
} from "../../../src/cli/config/profiles.ts";
import { readSettings } from "../../../src/cli/config/settings.ts";

const url = "https://library.example";
const token = "videoteca_secret-of-the-profile";
let folder = "";
let environment: NodeJS.ProcessEnv = {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-profiles-"));
  environment = { XDG_CONFIG_HOME: folder };
});
afterEach(() => rm(folder, { recursive: true }));

describe("a profile", () => {
  it("is kept in a file and a folder that only its owner can open", async () => {
    const file = writeProfile(environment, "default", { url, token });
    expect(file).toBe(join(folder, "videoteca/profiles/default.json"));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect(readProfile(file)).toEqual({ url, token });
  });

  it("becomes private again when it is written anew", async () => {
    const file = writeProfile(environment, "default", { url, token });
    await chmod(file, 0o644);
    writeProfile(environment, "default", { url, token: "another" });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(readProfile(file)?.token).toBe("another");
  });

  it("isn't used where others on the machine can read it, and the error tells how to mend that", async () => {
    const file = writeProfile(environment, "default", { url, token });
    for (const mode of [0o640, 0o604, 0o620]) {
      await chmod(file, mode);
      expect(() => readSettings(environment)).toThrow(`chmod 600 ${file}`);
    }
  });

  it("that is broken is named with what to do, and without what is in it", async () => {
    const file = profileFile(environment, "default");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `{"token":"${token}"`, { mode: 0o600 });
    expect(() => readSettings(environment)).toThrow(/videoteca login/);
    expect(() => readSettings(environment)).not.toThrow(token);
  });

  it("lies in the home folder's .config where XDG_CONFIG_HOME names no absolute path", () => {
    const home = { HOME: folder };
    const file = join(folder, ".config/videoteca/profiles/default.json");
    expect(profileFile(home, "default")).toBe(file);
    expect(profileFile({ ...home, XDG_CONFIG_HOME: "relative" }, "default")).toBe(file);
  });

  it("can be one of several", () => {
    writeProfile(environment, "home", { url, token });
    writeProfile(environment, "work", { url: "https://work.example", token: "w" });
    expect(profileNames(environment).toSorted()).toEqual(["home", "work"]);
    const work = { ...environment, VIDEOTECA_PROFILE: "work" };
    expect(readSettings(work)).toMatchObject({ url: "https://work.example", token: "w" });
    expect(removeProfile(profileFile(environment, "work"))).toBe(true);
    expect(removeProfile(profileFile(environment, "work"))).toBe(false);
    expect(() => readSettings(work)).toThrow("videoteca login --profile work");
  });

  it.each(["../other", "a/b", ".hidden", "-x", "x".repeat(41), "a b"])(
    "can't be called %s: the name is a file's",
    (name) => {
      expect(() => profileName({ VIDEOTECA_PROFILE: name })).toThrow("can't be a profile's name");
    },
  );
});

describe("the settings", () => {
  it("come from the environment before any profile", () => {
    writeProfile(environment, "default", { url, token });
    const wins = {
      ...environment,
      VIDEOTECA_URL: "https://other.example/",
      VIDEOTECA_TOKEN: " t ",
    };
    expect(readSettings(wins)).toEqual({ url: "https://other.example", token: "t" });
  });

  it("without an address are the local library's, though a profile is for another", () => {
    writeProfile(environment, "default", { url, token });
    const local = { ...environment, VIDEOTECA_TOKEN: "t" };
    expect(readSettings(local)).toEqual({ url: "http://localhost:8787", token: "t" });
  });

  it("never send a profile's token to another library", () => {
    writeProfile(environment, "default", { url, token });
    const elsewhere = { ...environment, VIDEOTECA_URL: "https://other.example" };
    expect(() => readSettings(elsewhere)).toThrow(/is for https:\/\/library\.example/);
    expect(readSettings({ ...environment, VIDEOTECA_URL: `${url}/` })).toMatchObject({
      url,
      token,
    });
  });

  it("refuse a token that can't be one, without repeating it", () => {
    for (const broken of ["two words", "línea", "a\nb", "x".repeat(501)]) {
      const read = () => readSettings({ VIDEOTECA_TOKEN: broken });
      expect(read).toThrow("copy the token again");
      expect(read).not.toThrow(broken);
    }
  });

  it("refuse an address with a password in it, without repeating it", () => {
    const read = () =>
      readSettings({ VIDEOTECA_TOKEN: "t", VIDEOTECA_URL: "https://ana:hush@library.example" });
    expect(read).toThrow("VIDEOTECA_URL has a user name or password in it");
    expect(read).not.toThrow("hush");
  });

  it("are read from a file that holds no more than they need", async () => {
    const file = writeProfile(environment, "default", { url, token });
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ url, token });
  });
});
