import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort, temporaryFolder } from "../../test/browser/support/start.ts";

/** Where Debian's package puts it. */
const installed = "/usr/share/wordpress";

export interface WordPress {
  /** Publishes a post. @returns its address */
  publish(title: string, content: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a WordPress with a database of its own, that may ask a library on this machine. */
export async function startWordPress(library: string): Promise<WordPress> {
  const { folder, remove } = await temporaryFolder();
  const database = await startDatabase(folder);
  const site = join(folder, "site");
  cpSync(installed, site, { recursive: true, dereference: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  rmSync(join(site, "wp-config.php"));
  writeFileSync(join(site, "wp-config.php"), configuration(database.socket, url));
  cpSync(join(import.meta.dirname, "allow-library.php"), join(site, "wp-content/mu-plugins/a.php"));
  const environment = { ...process.env, LIBRARY: library };
  const runPhp = (code: string, ...args: string[]) => {
    const options = { cwd: site, env: environment, encoding: "utf8" as const };
    const { status, stdout, stderr } = spawnSync("php", ["-r", code, "--", ...args], options);
    if (status !== 0) throw new Error(`PHP failed: ${stdout}${stderr}`);
    return stdout;
  };
  runPhp(
    `define('WP_INSTALLING', true); require 'wp-load.php'; require 'wp-admin/includes/upgrade.php';
    wp_install('A site', 'editor', 'editor@example.org', false, '', wp_generate_password());`,
  );
  const server = spawn("php", ["-S", `127.0.0.1:${port}`, "-t", site], {
    cwd: site,
    env: environment,
    stdio: "ignore",
  });
  return {
    async publish(title, content) {
      const post = runPhp(
        `require 'wp-load.php'; echo wp_insert_post(['post_title' => $argv[1], 'post_content' => $argv[2],
        'post_status' => 'publish', 'post_author' => 1]);`,
        title,
        content,
      );
      const address = `${url}/?p=${post.trim()}`;
      await until(async () => (await fetch(address)).ok);
      return address;
    },
    async stop() {
      await end(server);
      await end(database.process);
      await remove();
    },
  };
}

async function startDatabase(folder: string) {
  const data = join(folder, "data");
  const socket = join(folder, "mariadb.sock");
  const user = `--user=${userInfo().username}`;
  const made = spawnSync("mariadb-install-db", [
    ...["--no-defaults", `--datadir=${data}`, user],
    "--auth-root-authentication-method=normal",
  ]);
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stdout}${made.stderr}`);
  const process = spawn(
    "mariadbd",
    ["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, user, "--skip-networking"],
    { stdio: "ignore" },
  );
  const create = ["--no-defaults", `--socket=${socket}`, "--user=root"];
  await until(
    async () =>
      spawnSync("mariadb", [...create, "-e", "create database if not exists wordpress"]).status ===
      0,
  );
  return { socket, process };
}

const configuration = (socket: string, url: string) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${url}');
define('WP_SITEURL', '${url}');
define('WP_HTTP_BLOCK_EXTERNAL', false);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Waits until something is true; a busy machine is slow. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await isTrue().catch(() => false))) {
    if (Date.now() > end) throw new Error("It didn't get ready.");
    await wait(200);
  }
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  const ended = new Promise((resolve) => process.once("exit", resolve));
  process.kill();
  await ended;
}
