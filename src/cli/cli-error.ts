/** An expected error that ends the command. Its message says what to do; it is printed without a stack. */
export class CliError extends Error {}
