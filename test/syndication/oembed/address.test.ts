import { describe, expect, test } from "vitest";
import { parseWorkAddress } from "../../../src/syndication/oembed/address.ts";

const parse = (address: string) => parseWorkAddress(new URL(address), "library.example");

describe("an address of a work is understood", () => {
  test.each([
    ["https://library.example/vi/watch/film", "watch", "vi"],
    ["https://library.example/vi/watch/film/", "watch", "vi"],
    ["https://library.example/watch/film", "watch", undefined],
    ["https://library.example/watch/film/?lang=es", "watch", "es"],
    ["https://library.example/EN/watch/film", "watch", "en"],
    ["https://library.example/es-MX/read/film", "read", "es"],
    ["https://library.example/ar/series/film.", "series", "ar"],
    ["https://library.example/vi/watch/film?lang=es", "watch", "vi"],
    ["https://library.example/embed/film?lang=es", "embed", "es"],
    ["https://library.example/embed/film/", "embed", undefined],
    ["https://library.example/embed/series/film?lang=es", "series", "es"],
    ["http://LIBRARY.example:80/en/watch/film", "watch", "en"],
    ["https://library.example/e%6E/watch%2ff%69lm", "watch", "en"],
  ])("as people copy it: %s", (address, section, language) => {
    expect(parse(address)).toMatchObject({ slug: "film", section, language });
  });
});

test.each([
  "https://elsewhere.example/en/watch/film",
  "https://library.example.elsewhere.example/en/watch/film",
  "https://library.example@elsewhere.example/en/watch/film",
  "https://library.example:8443/en/watch/film",
  "ftp://library.example/en/watch/film",
  "javascript:alert(1)",
  "https://library.example/",
  "https://library.example/en/",
  "https://library.example/en/library",
  "https://library.example/en/watch/",
  "https://library.example/en/watch/film/more",
  "https://library.example/xx/watch/film",
  "https://library.example/en/embed/film",
  "https://library.example/en/embed/series/film",
  "https://library.example/en/watch/%22%3E",
  "https://library.example/en/watch/Film",
  "https://library.example/media/film",
])("an address that isn't a work's is refused: %s", (address) => {
  expect(parse(address)).toBeUndefined();
});

describe("how a film is shown", () => {
  test.each([
    ["?t=65", { t: "65" }],
    ["#t=65,80", { t: "65,80" }],
    ["?t=1:05", { t: "1:05" }],
    ["?t=10#t=65", { t: "65" }],
    ["#t=65:~:text=hello", { t: "65" }],
    ["#:~:text=t%3D3", {}],
    ["?t=soon", {}],
    ["?t=80,65", {}],
    ["?captions=vi", { captions: "vi" }],
    ["?captions=none", { captions: "none" }],
    ["?captions=%22%3E%3Cx-mark%3E", {}],
    ["?beside=es&t=2", { beside: "es", t: "2" }],
    ["?beside=_", {}],
    ["?transcript=1", { transcript: "1" }],
    ["?transcript=x&q=hello&preview=secret", {}],
  ])("is kept if it is valid: %s", (parameters, expected) => {
    const address = parse(`https://library.example/en/watch/film${parameters}`);
    expect(JSON.parse(JSON.stringify(address?.parameters))).toEqual(expected);
  });
});
