import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../../src/manifest/json-schema.ts";
import { get, jsonOf, origin } from "../support/ask.ts";

describe("the JSON Schemas of manifests", () => {
  test.each(["episode", "document", "series", "library"])(
    "%s: is at its own address, with access from any origin",
    async (kind) => {
      const address = `/schemas/${kind}.json`;
      const response = await get(address, { Origin: "https://editor.example" });
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Type")).toContain("application/schema+json");
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
      const { $id, ...schema } = await jsonOf(response);
      expect($id).toBe(origin + address);
      expect(schema).toEqual(JSON.parse(jsonSchemas()[`${kind}.schema.json`] ?? ""));
    },
  );

  test("there is no schema of another kind", async () => {
    expect((await get("/schemas/film.json")).status).toBe(404);
  });
});
