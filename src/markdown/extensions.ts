import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";

/**
 * What documents may have beyond CommonMark (GitHub Flavored Markdown): tables, footnotes and `~~deleted~~` text. One
 * tilde deletes nothing: people write `~20` for “about 20”.
 */
export const syntaxExtensions = [
  gfmTable(),
  gfmFootnote(),
  gfmStrikethrough({ singleTilde: false }),
];
