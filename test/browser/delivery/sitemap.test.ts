import { Readable } from "node:stream";
import { parseSitemap } from "sitemap";
import { expect, test } from "vitest";
import { useLibrary } from "../support/library.ts";
import { findErrors } from "./xml-schemas.ts";

/** The sitemap of the shipped library by its published schema (schemas/README.md), with libxml, and as others read it. */

// A library of its own: other tests publish works beside those of the shared one.
const library = useLibrary();

test("the sitemap is valid by its schema, and the package sitemap reads every page of it", async () => {
  const response = await fetch(`${library().url}/sitemap.xml`);
  const sitemap = await response.text();
  const errorsIn = (xml: string) => findErrors(new Map([["sitemap", xml]]), "sitemaps.xsd");
  expect(await errorsIn(sitemap)).toEqual([]);
  expect(await errorsIn(sitemap.replace("<loc>", "<loc>x</loc><loc>"))).not.toEqual([]);
  const pages = await parseSitemap(Readable.from([sitemap]));
  expect(pages.length).toBe(sitemap.match(/<loc>/g)?.length);
  const films = pages.filter(({ video }) => video.length > 0);
  expect(films.length).toBeGreaterThan(1);
  expect(pages.every(({ links }) => links.some(({ lang }) => lang === "x-default"))).toBe(true);
});
