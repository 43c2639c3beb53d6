import { isForgottenPdfError } from "../files/documents/pdf-pages.ts";
import { ApiError } from "./api/api-error.ts";
import { CliError } from "./cli-error.ts";
import { ignoreClosedPipes, printFailure } from "./output/print.ts";
import { program } from "./program.ts";

/** Runs the command line. Expected errors are printed as one line, without a stack trace. */
ignoreClosedPipes(fail);
process.on("uncaughtException", fail);
process.on("unhandledRejection", (error) => {
  if (!isForgottenPdfError(error)) fail(error);
});
try {
  await program.parseAsync();
} catch (error) {
  printError(error);
  process.exitCode = 1;
}

/** Ends the command because of an error that no code waits for. */
function fail(error: unknown): void {
  printError(error);
  process.exit(1);
}

function printError(error: unknown): void {
  const isExpected = error instanceof CliError || error instanceof ApiError || isSystemError(error);
  if (isExpected) printFailure(error.message);
  else printFailure(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** An error of the operating system, such as a folder that can't be written: its message names the path. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}
