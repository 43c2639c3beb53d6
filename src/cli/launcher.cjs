#!/usr/bin/env node
// The installed command: scripts/build-cli.ts copies this file to dist/videoteca.cjs. It is plain
// JavaScript that old versions of Node can parse, so that they print one clear line and no stack trace.
const minNodeVersion = require("../package.json").engines.node.replace(">=", "");

if (isOlder(process.versions.node, minNodeVersion)) {
  process.stderr.write(
    `videoteca needs Node ${minNodeVersion} or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 1;
} else {
  enableCompileCache();
  import("./main.js");
}

function isOlder(version, minVersion) {
  const [major, minor] = version.split(".").map(Number);
  const [minMajor, minMinor] = minVersion.split(".").map(Number);
  return major < minMajor || (major === minMajor && minor < minMinor);
}

/**
 * Keeps compiled code between runs, which makes every command start faster. The folder is the user's own:
 * Node's default, in a shared temporary folder, could be filled by other users of the machine.
 */
function enableCompileCache() {
  const { join } = require("node:path");
  const home = process.env.HOME || require("node:os").homedir();
  const cacheHome = process.env.XDG_CACHE_HOME || join(home, ".cache");
  const folder = process.env.NODE_COMPILE_CACHE || join(cacheHome, "videoteca");
  require("node:module").enableCompileCache(folder);
}
