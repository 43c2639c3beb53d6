/** Every table of D1, but for `search`, which is FTS5's and stands in the migrations (docs/search.md). */
export * from "./tables/access.ts";
export * from "./tables/files.ts";
export * from "./tables/indexes.ts";
export * from "./tables/works.ts";
