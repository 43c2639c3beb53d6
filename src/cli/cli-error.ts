/** A reason to end the command at once, in a sentence that says what to do. */
export class CliError extends Error {}
