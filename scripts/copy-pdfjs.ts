import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * Copies PDF.js beside a bundle as its package has it, minified: to minify it again takes esbuild four seconds of five
 * for the staff console, and makes the file 4% smaller.
 */
export const copyPdfJs: Plugin = {
  name: "copy-pdfjs",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]unpdf[\\/]dist[\\/]pdfjs\.mjs$/ }, async ({ path }) => ({
      contents: await readFile(path),
      loader: "copy",
    })),
};
