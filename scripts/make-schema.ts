import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonSchemas } from "../src/manifest/json-schema.ts";
import { manifestReference } from "../src/manifest/reference.ts";
import { root } from "./local.ts";

/**
 * Writes the manifests' JSON Schemas for editors, and docs/manifest.md: node scripts/make-schema.ts
 * Run it after a change of src/manifest/schema.ts; a test says when that was forgotten.
 */
const folder = join(root, "media-manifests/schema");
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) await writeFile(join(folder, name), text);
await writeFile(join(root, "docs/manifest.md"), manifestReference());
