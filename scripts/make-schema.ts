import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonSchemas } from "../src/manifest/json-schema.ts";

/**
 * Writes the manifests' JSON Schemas for editors: node scripts/make-schema.ts
 * Run it after a change of src/manifest/schema.ts; a test says when that was forgotten.
 */
const folder = join(import.meta.dirname, "../media-manifests/schema");
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) await writeFile(join(folder, name), text);
