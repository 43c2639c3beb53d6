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
import { findLibraryUrl, readSettings } from "../../../src/cli/config/settings.ts";

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
  it("is saved in a file and a folder that only its owner can open", async () => {
    const file = writeProfile(environment, "default", { url, token });
    expect(file).toBe(join(folder, "videoteca/profiles/default.json"));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect(readProfile(file)).toEqual({ url, token });
  });

  it("becomes private again when it is saved again", async () => {
    const file = writeProfile(environment, "default", { url, token });
    await chmod(file, 0o644);
    writeProfile(environment, "default", { url, token: "another" });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(readProfile(file)?.token).toBe("another");
  });

  it("isn't used if other users can read it, and the error says how to fix that", async () => {
    const file = writeProfile(environment, "default", { url, token });
    for (const mode of [0o640, 0o604, 0o620]) {
      await chmod(file, mode);
      expect(() => readSettings(environment)).toThrow(`chmod 600 ${file}`);
    }
  });

  it("with invalid content is reported with what to do, without printing its content", async () => {
    const file = profileFile(environment, "default");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `{"token":"${token}"`, { mode: 0o600 });
    expect(() => readSettings(environment)).toThrow(/videoteca login/);
    expect(() => readSettings(environment)).not.toThrow(token);
  });

  it("is in ~/.config if XDG_CONFIG_HOME isn't an absolute path", () => {
    const home = { HOME: folder };
    const file = join(folder, ".config/videoteca/profiles/default.json");
    expect(profileFile(home, "default")).toBe(file);
    expect(profileFile({ ...home, XDG_CONFIG_HOME: "relative" }, "default")).toBe(file);
  });

  it("is saved next to others", () => {
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
    "can't be named %s, because the name is a file name",
    (name) => {
      expect(() => profileName({ VIDEOTECA_PROFILE: name })).toThrow("can't be a profile's name");
    },
  );
});

describe("the settings", () => {
  it("come from the environment rather than from a profile", () => {
    writeProfile(environment, "default", { url, token });
    const withToken = {
      ...environment,
      VIDEOTECA_URL: "https://other.example/",
      VIDEOTECA_TOKEN: " t ",
    };
    expect(readSettings(withToken)).toEqual({ url: "https://other.example", token: "t" });
  });

  it("use the local library if VIDEOTECA_TOKEN is set without an address, despite a profile", () => {
    writeProfile(environment, "default", { url, token });
    const local = { ...environment, VIDEOTECA_TOKEN: "t" };
    expect(readSettings(local)).toEqual({ url: "http://localhost:8787", token: "t" });
  });

  it("never use a profile's token for another library", () => {
    writeProfile(environment, "default", { url, token });
    const elsewhere = { ...environment, VIDEOTECA_URL: "https://other.example" };
    expect(() => readSettings(elsewhere)).toThrow(/is for https:\/\/library\.example/);
    expect(readSettings({ ...environment, VIDEOTECA_URL: `${url}/` })).toMatchObject({
      url,
      token,
    });
  });

  it("name the library of the environment or the profile, without needing a token", () => {
    expect(findLibraryUrl(environment)).toBeUndefined();
    writeProfile(environment, "default", { url, token });
    expect(findLibraryUrl(environment)).toBe(url);
    const named = { ...environment, VIDEOTECA_URL: "https://other.example/" };
    expect(findLibraryUrl(named)).toBe("https://other.example");
    expect(findLibraryUrl({ ...environment, VIDEOTECA_URL: "nonsense" })).toBeUndefined();
  });

  it("refuse an invalid token without printing it", () => {
    for (const broken of ["two words", "línea", "a\nb", "x".repeat(501)]) {
      const read = () => readSettings({ VIDEOTECA_TOKEN: broken });
      expect(read).toThrow("copy the token again");
      expect(read).not.toThrow(broken);
    }
  });

  it("refuse an address with a password without printing it", () => {
    const read = () =>
      readSettings({ VIDEOTECA_TOKEN: "t", VIDEOTECA_URL: "https://ana:hush@library.example" });
    expect(read).toThrow("VIDEOTECA_URL contains a user name or password");
    expect(read).not.toThrow("hush");
  });

  it("are read from a file that contains only the address and the token", async () => {
    const file = writeProfile(environment, "default", { url, token });
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ url, token });
  });
});
