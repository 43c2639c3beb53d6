import { type EditorStrings, en } from "./strings/en.ts";
import { es } from "./strings/es.ts";

/** The editor's strings in a language of the console. */
export const editorStrings: Readonly<Record<"en" | "es", EditorStrings>> = { en, es };

export type { EditorStrings };
