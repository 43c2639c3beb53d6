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

export type TypeScriptProject = (typeof typeScriptProjects)[number];

/**
 * What Node runs to check a project. What was checked before is checked again only where it can have changed; one
 * checker takes a third less of the processor than four, which check a part of the source each.
 */
export function typeCheck(project: TypeScriptProject): string[] {
  const noted = join("build/types", project.replaceAll("/", "-").replace(/json$/, "tsbuildinfo"));
  return [
    join(root, "node_modules/typescript/bin/tsc"),
    ...["--project", project, "--checkers", "1"],
    ...["--incremental", "--tsBuildInfoFile", noted],
  ];
}

/** Checks a project; what is wrong goes to the screen. */
export function checkTypes(project: TypeScriptProject): boolean {
  const options = { cwd: root, stdio: "inherit" } as const;
  return spawnSync(process.execPath, typeCheck(project), options).status === 0;
}

if (import.meta.main) {
  const wrong = typeScriptProjects.filter((project) => !checkTypes(project));
  if (wrong.length > 0) console.error(`Types don't fit: ${wrong.join(", ")}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
