import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyTree } from "../browser/support/copied-tree.ts";
import {
  freePort,
  readUntil,
  runStart,
  startLibrary,
  temporaryFolder,
} from "../browser/support/start.ts";
import { descendantsOf, stillRunning } from "./processes.ts";

const root = join(import.meta.dirname, "../..");

let state: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  state = await temporaryFolder();
});
afterAll(() => state.remove());

/** Every file in a folder and the folders within, by its path. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("npm start", () => {
  test("publishes the library into an empty folder, and says where it is and with which token", async () => {
    const library = await startLibrary(state.folder);
    expect(library.output).toContain("+ create     criminalizing-migration");
    expect(library.output).toContain("created    criminalizing-migration (revision 1)");
    expect(library.token).toMatch(/^videoteca_\S{20,}$/);
    const page = await fetch(`${library.url}/en/watch/criminalizing-migration`);
    expect(page.status).toBe(200);
    await library.stop();
  });

  describe("in a library that is published already, until Ctrl-C", () => {
    let port = 0;
    let output = "";
    let pageStatus = 0;
    let started: ReturnType<typeof descendantsOf> = [];
    let home: Awaited<ReturnType<typeof temporaryFolder>>;

    beforeAll(async () => {
      port = await freePort();
      home = await temporaryFolder();
      // A trace that wrangler kept when an earlier version ran.
      const oldTrace = join(state.folder, "v3/observability/trace.sqlite");
      mkdirSync(join(oldTrace, ".."), { recursive: true });
      writeFileSync(oldTrace, "GET /en/search?q=earlierword");
      // As in a terminal: npm, node and what they start are one group, and Ctrl-C goes to all of it.
      const terminal = spawn("npm", ["start"], {
        cwd: root,
        env: {
          ...process.env,
          ...{ VIDEOTECA_STATE: state.folder, PORT: String(port) },
          ...{ HOME: home.folder, XDG_CONFIG_HOME: "" },
        },
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      const { pid = 0 } = terminal;
      output = await readUntil(terminal, /Staff token: \S+\n/);
      const page = await fetch(`http://127.0.0.1:${port}/en/watch/criminalizing-migration`);
      pageStatus = page.status;
      for (const path of ["en/search?q=secretword", "en/watch/a-film?preview=secretword"]) {
        await (await fetch(`http://127.0.0.1:${port}/${path}`)).text();
      }
      started = descendantsOf(pid);
      process.kill(-pid, "SIGINT");
    });
    afterAll(() => home.remove());

    test("publishes nothing", () => {
      expect(output).toContain("= unchanged  criminalizing-migration");
      expect(output).toMatch(/Nothing to publish: \d+ works, all up to date in the library/);
      expect(output).not.toMatch(/^(\+ create|~ update|created|updated|failed)|\bsend\b/m);
      expect(output).toContain(`Videoteca is ready: http://localhost:${port}`);
      expect(pageStatus).toBe(200);
    });

    test("leaves no process behind, and frees its port", async () => {
      expect(started.map(({ command }) => command).join("\n")).toMatch(/workerd.* serve/);
      await expect.poll(() => stillRunning(started)).toEqual([]);
      await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow("fetch failed");
    });

    test("keeps no trace of requests: a word that was searched for is in no file", async () => {
      // SQLite's files beside each database go away as its process ends.
      await expect.poll(() => stillRunning(started)).toEqual([]);
      const files = [...filesIn(state.folder), ...filesIn(home.folder)];
      const finds = (word: string) => files.filter((file) => readFileSync(file).includes(word));
      // The same look at the same files finds what is published.
      expect(finds("Criminalizing Migration")).not.toEqual([]);
      expect([...finds("secretword"), ...finds("earlierword")]).toEqual([]);
    });
  });

  test("says in one line that its port is taken, and which one to choose", async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const fresh = join(state.folder, "fresh");
    const child = runStart({ VIDEOTECA_STATE: fresh, PORT: String(port) });
    expect(await readUntil(child)).toBe(
      `Port ${port} is taken. Choose another one: PORT=${port + 1} npm start\n`,
    );
    expect(child.exitCode).toBe(1);
    expect(existsSync(fresh)).toBe(false);
    await new Promise((resolve) => other.close(resolve));
  });

  test("ends with the place of the mistake where the Worker can't be built", async () => {
    const tree = copyTree();
    tree.edit("src/worker.ts", (text) => `import "./nothing.ts";\n${text}`);
    const port = String(await freePort());
    const child = runStart({ VIDEOTECA_STATE: state.folder, PORT: port }, tree.root);
    const said = await readUntil(child);
    expect(said).toMatch(/^The Worker can't be built\.\n.*Build failed/);
    expect(said).toContain("src/worker.ts:1:7");
    expect(child.exitCode).toBe(1);
    tree.remove();
  });

  test("says in one line that a port is none", async () => {
    const child = runStart({ VIDEOTECA_STATE: state.folder, PORT: "eighty" });
    const said = await readUntil(child);
    expect(said).toBe("PORT is “eighty”, which is no port: choose a number from 1 to 65535.\n");
    expect(child.exitCode).toBe(1);
  });
});

test("npm run reset removes everything that was published here, and may be repeated", async () => {
  expect(readdirSync(state.folder)).not.toEqual([]);
  const env = { ...process.env, VIDEOTECA_STATE: state.folder };
  for (const _ of ["once", "twice"]) {
    const { stdout } = await promisify(execFile)("npm", ["run", "reset"], { cwd: root, env });
    expect(stdout).toContain("The local library is empty again.");
    expect(existsSync(state.folder)).toBe(false);
  }
});
