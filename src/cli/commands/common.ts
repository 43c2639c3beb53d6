/** Options that many commands have, in the same words. */

export const json = ["--json", "answer in JSON, for programs"] as const;
export const yes = ["--yes", "don't ask"] as const;
