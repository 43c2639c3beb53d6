import { normalize, Traverse } from "@iiif/parser";
import { presentation3StrictUpgrade } from "@iiif/parser/strict";
import { expect, test } from "vitest";
import { useLibrary } from "../support/library.ts";

// A library of its own: other tests publish films beside those of the shared one.
const library = useLibrary();

// biome-ignore lint/suspicious/noExplicitAny: other programs read it without a type
async function read(address: string): Promise<any> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  return response.json();
}

/** The addresses of everything in a manifest that a viewer opens. */
function linksOf(manifest: never): Set<string> {
  const links = new Set<string>();
  const add = (resource: { id?: string; format?: string }) => {
    if (resource.format !== undefined) links.add(String(resource.id));
    return resource;
  };
  new Traverse({ contentResource: [add as never] }).traverseManifest(manifest);
  return links;
}

test("IIIF's parser reads every manifest of the library, changes nothing, and finds each file", async () => {
  const { items } = await read(`${library().url}/api/v1/works?kind=Episode`);
  expect(items.length).toBeGreaterThan(1);
  for (const { slug } of items) {
    const manifest = await read(`${library().url}/iiif/${slug}/manifest.json`);
    const found = { warnings: [] };
    const mended = presentation3StrictUpgrade(structuredClone(manifest), found);
    expect(found.warnings, slug).toEqual([]);
    expect(mended, slug).toEqual(manifest);

    const { entities, resource } = normalize(structuredClone(manifest));
    expect(resource).toMatchObject({ id: manifest.id, type: "Manifest" });
    expect(Object.keys(entities.Canvas)).toContain(`${library().url}/iiif/${slug}/canvas/1`);
    expect(Object.values(entities.Range).length, slug).toBeGreaterThan(1);
    const bodies = Object.values<{ type: string }>(entities.ContentResource).map(
      ({ type }) => type,
    );
    expect(bodies).toEqual(expect.arrayContaining(["Video", "Sound", "Text", "Image", "Choice"]));

    const links = linksOf(structuredClone(manifest) as never);
    expect([...links].filter((link) => link.includes("/captions/"))).toHaveLength(3);
    for (const link of links) {
      if (!link.startsWith(library().url)) continue;
      const response = await fetch(link, { method: "HEAD" });
      expect(response.status, link).toBe(200);
    }
    const [service] = manifest.service;
    const [{ name }] = items.filter((item: { slug: string }) => item.slug === slug);
    expect((await read(`${service.id}?q=library`)).type, name).toBe("AnnotationPage");
  }
});

test("IIIF's parser reads the series as a collection of these manifests", async () => {
  const collection = await read(`${library().url}/iiif/series/how-did-we-get-here/collection.json`);
  const { entities } = normalize(structuredClone(collection));
  expect(Object.keys(entities.Manifest)).toEqual(
    expect.arrayContaining([`${library().url}/iiif/criminalizing-migration/manifest.json`]),
  );
  for (const { id } of collection.items) expect((await read(id)).partOf[0].id).toBe(collection.id);
});
