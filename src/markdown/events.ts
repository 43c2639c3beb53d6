import type { compile, postprocess } from "micromark";

/** An event of micromark: a token is entered or exited. */
export type MarkdownEvent = ReturnType<typeof postprocess>[number];

/** Handlers that write tokens as HTML. */
export type HtmlExtension = NonNullable<
  NonNullable<Parameters<typeof compile>[0]>["htmlExtensions"]
>[number];
