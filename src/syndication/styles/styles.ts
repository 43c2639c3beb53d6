import { apa } from "./apa.ts";
import { chicago } from "./chicago.ts";
import { mla } from "./mla.ts";
import type { CitationStyle } from "./style.ts";

/** Every style of references. A new one takes a file, and a line here. */
export const citationStyles: readonly CitationStyle[] = [apa, mla, chicago];
