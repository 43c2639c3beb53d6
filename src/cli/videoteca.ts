import { isForgottenPdfError } from "../files/documents/pdf-pages.ts";
import { ApiError } from "./api/api-error.ts";
import { CliError } from "./cli-error.ts";
import { ignoreClosedPipes, printFailure } from "./output/print.ts";
import { systemErrorText } from "./output/system-error.ts";
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
  printFailure(systemErrorText(error) ?? textOf(error));
}

/** An unexpected error is a fault of this program: its stack says where. */
function textOf(error: unknown): string {
  if (error instanceof CliError || error instanceof ApiError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
