import { chdir, env } from "node:process";

/**
 * `npm run videoteca -- …`: runs the command line from its source. npm changes to the package's folder
 * first, so change back to the folder in which npm was called, to which paths are relative.
 */
if (env.INIT_CWD !== undefined) chdir(env.INIT_CWD);
await import("../src/cli/videoteca.ts");
