import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate --name what-changes` writes a migration from the tables. */
export default defineConfig({
  dialect: "sqlite",
  schema: "./src/storage/tables.ts",
  out: "./migrations",
});
