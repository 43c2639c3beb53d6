import type { postprocess } from "micromark";

/** An event of micromark: a token is entered or exited. */
export type MarkdownEvent = ReturnType<typeof postprocess>[number];
