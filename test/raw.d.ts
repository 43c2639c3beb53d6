/** A file's text, as vitest gives it. */
declare module "*?raw" {
  const text: string;
  export default text;
}

/** Vite's, as far as tests use it: many files' texts by their paths. */
interface ImportMeta {
  glob<Text>(
    pattern: string,
    options: { query: string; import: string; eager: true },
  ): Record<string, Text>;
}
