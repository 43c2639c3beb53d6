/** The files in build/assets, which scripts/build.ts makes and the Worker's static assets hold. */
export type AssetName =
  | "player.js"
  | "problems.md"
  | "openapi.json"
  | `${"episode" | "document" | "series" | "library"}.schema.json`;
