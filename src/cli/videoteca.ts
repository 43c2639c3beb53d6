import { ApiError } from "./api/api-error.ts";
import { CliError } from "./cli-error.ts";
import { program } from "./program.ts";

/** Runs the command line. Expected errors are printed as one line, without a stack trace. */
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CliError || error instanceof ApiError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
