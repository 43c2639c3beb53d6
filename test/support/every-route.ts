import { routes } from "../../src/routes.ts";

/** Every address of the library as `src/routes.ts` has it, so that a new one is tested as well. */
export const addresses: readonly string[] = [
  ...new Set(routes.routes.map(({ path }) => path)),
].filter((path) => !path.endsWith("/*"));

/** A parameter of an address, with the pattern that its value must have. */
const parameter = /:(\w+)(?:\{(?:[^{}]|\{[^}]*\})*\})?/g;

/** The names of an address's parameters. */
export function parametersOf(address: string): string[] {
  return [...address.matchAll(parameter)].map(([, name = ""]) => name);
}

const usualValues: Readonly<Record<string, string>> = {
  lang: "en",
  slug: "film",
  language: "en",
  part: "captions",
  file: "en.vtt",
  name: "privacy",
  id: "0".repeat(16),
  number: "1",
  report: "1",
};

/** An address with usual values, but for some parameters. */
export function fill(address: string, changed: Readonly<Record<string, string>> = {}): string {
  return address.replace(parameter, (_, name: string) => changed[name] ?? usualValues[name] ?? "x");
}

/** The parameters that the addresses' queries have. */
export const queryParameters = [
  "q",
  "lang",
  "kind",
  "in",
  "topic",
  "series",
  "cursor",
  "limit",
  "t",
  "beside",
  "captions",
  "times",
  "download",
  "preview",
  "page",
  "after",
  "url",
  "format",
  "maxwidth",
  "maxheight",
  "transcript",
];
