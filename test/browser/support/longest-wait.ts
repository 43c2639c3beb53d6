/**
 * How long a test waits for what never comes, in milliseconds. It is less than the limit of a whole test
 * (vitest.config.ts), so that the error says what was waited for.
 */
export const longestWait = 240_000;
