/** `npm run types`: checks the types of all that is written here: the Worker, Node's, the browser's. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./local.ts";

/** Each has the types of the place where its code runs. */
export const typeScriptProjects = [
  "tsconfig.json",
  "tsconfig.node.json",
  "src/player/client/tsconfig.json",
  "src/console/client/tsconfig.json",
] as const;

/** Checks a project; what is wrong goes to the screen. */
export function checkTypes(project: (typeof typeScriptProjects)[number]): boolean {
  const command = [join(root, "node_modules/typescript/bin/tsc"), "--project", project];
  return spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" }).status === 0;
}

if (import.meta.main) {
  const wrong = typeScriptProjects.filter((project) => !checkTypes(project));
  if (wrong.length > 0) console.error(`Types don't fit: ${wrong.join(", ")}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
