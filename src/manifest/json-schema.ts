import * as z from "zod";
import { manifestKinds, manifestSchemas } from "./schema.ts";

/**
 * The JSON Schema (draft-07, which every editor knows) of each kind of manifest, by file name:
 * `episode.schema.json` → its text.
 */
export function jsonSchemas(): Record<string, string> {
  const entries = manifestKinds.map((kind) => {
    const schema = z.toJSONSchema(manifestSchemas[kind], { io: "input", target: "draft-7" });
    return [`${kind.toLowerCase()}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
  });
  return Object.fromEntries(entries);
}
