/** All tables of D1, except FTS5's virtual table `search`, which the migrations create (docs/search.md). */
export * from "./tables/access.ts";
export * from "./tables/drafts.ts";
export * from "./tables/files.ts";
export * from "./tables/former-slugs.ts";
export * from "./tables/harvest.ts";
export * from "./tables/identity.ts";
export * from "./tables/indexes.ts";
export * from "./tables/reports.ts";
export * from "./tables/works.ts";
