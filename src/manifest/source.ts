import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import type { SourceLocation } from "./errors/problem.ts";
import { explainYamlError, type LinesAround } from "./errors/yaml-errors.ts";

/** The path from a manifest's root to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** A parsed YAML text: its value, its syntax errors, and the location of each value. */
export interface Source {
  /**
   * Plain objects, arrays, strings, numbers …; undefined if the YAML can't be read. A field that is
   * written twice is an error, but its last value is still checked.
   */
  readonly value: unknown;
  readonly errors: readonly (SourceLocation & { readonly message: string })[];
  /** The location of a value; if nothing is at the path, that of its nearest parent. */
  locationOf(path: Path): SourceLocation;
  /** The location of a value's key. */
  locationOfKey(path: Path): SourceLocation;
  /** A single value as it is written, without quotation marks: `0x1F`; undefined for a list or a set. */
  writtenAt(path: Path): string | undefined;
  /** A value's key as it is written. */
  writtenKeyAt(path: Path): string | undefined;
}

/** Reads YAML 1.2. Never throws: what can't be read is reported in `errors`. */
export function readSource(text: string): Source {
  const lines = new LineCounter();
  const locationAt = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    // The YAML library would compare each key with all others: `findRepeatedKeys` takes its place.
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
    });
    const found = [...document.errors, ...document.warnings];
    const unsupported = findUnsupported(document);
    const readable = unsupported.length === 0 && found.length === 0;
    const errors = withoutDuplicates(
      found.map(({ code, message, pos }) => ({
        ...locationAt(pos[0]),
        message: explainYamlError(code, message, linesAround(text, pos[0])),
      })),
    );
    for (const { offset, message } of [...findRepeatedKeys(document), ...unsupported]) {
      errors.push({ ...locationAt(offset), message });
    }
    return {
      value: readable ? document.toJS() : undefined,
      errors,
      locationOf: (path) => locationAt(offsetOf(document, path, false)),
      locationOfKey: (path) => locationAt(offsetOf(document, path, true)),
      writtenAt: (path) => writtenAs(findNode(document, path)?.value),
      writtenKeyAt: (path) => writtenAs(findNode(document, path)?.key),
    };
  } catch (error) {
    const start = { line: 1, column: 1 };
    const why = error instanceof Error ? error.message : String(error);
    const message =
      error instanceof RangeError
        ? "this can't be read as YAML: lists or brackets are nested too deeply"
        : `this can't be read as YAML: ${why}`;
    const errors = [{ ...start, message }];
    return {
      value: undefined,
      errors,
      locationOf: () => start,
      locationOfKey: () => start,
      writtenAt: () => undefined,
      writtenKeyAt: () => undefined,
    };
  }
}

/** How much of a line before and after an error its message may need, in characters. */
const maxLineLength = 2000;

/** The text around an error, for its message. */
function linesAround(text: string, offset: number): LinesAround {
  const earliest = Math.max(0, offset - maxLineLength);
  const start = earliest + text.slice(earliest, offset).lastIndexOf("\n") + 1;
  const [line = "", next = ""] = text.slice(start, offset + maxLineLength).split(/\r?\n/, 2);
  return { character: text.slice(offset, offset + 1), line, next };
}

/** The keys that a mapping has twice. The last value counts, so that it is checked as well. */
function findRepeatedKeys(document: Document): { offset: number; message: string }[] {
  const repeated: { offset: number; message: string }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const message = "this field is written twice: keep one of them";
          repeated.push({ offset: key.range?.[0] ?? 0, message });
        }
        seen.add(key.value);
      }
    },
  });
  return repeated;
}

/** Valid YAML that manifests don't support: aliases, anchors, and keys that aren't texts. */
function findUnsupported(document: Document): { offset: number; message: string }[] {
  const unsupported: { offset: number; message: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const message = `\`*${alias.source}\` is a YAML alias, which manifests don't support: write the value again; put a text that begins with * in quotes`;
      unsupported.push({ offset: alias.range?.[0] ?? 0, message });
    },
    Value: (_, { anchor, range }) => {
      if (anchor === undefined) return;
      const message = `\`&${anchor}\` is a YAML anchor, which manifests don't support: remove it; put a text that begins with & in quotes`;
      unsupported.push({ offset: range?.[0] ?? 0, message });
    },
    Pair: (_, { key }) => {
      if (!isCollection(key)) return;
      const message = 'there are brackets before a colon: put the text in quotes, "[…]"';
      unsupported.push({ offset: key.range?.[0] ?? 0, message });
    },
  });
  return unsupported;
}

/** The YAML library may report one mistake twice, and both get the same message here. */
function withoutDuplicates<Found extends SourceLocation & { message: string }>(
  errors: readonly Found[],
): Found[] {
  const byKey = new Map(
    errors.map((error) => [`${error.line}:${error.column} ${error.message}`, error]),
  );
  return [...byKey.values()];
}

interface FoundNode {
  readonly key: unknown;
  readonly value: unknown;
}

/** The node one step below another; undefined if there is none. */
function stepTo(node: unknown, step: string | number): FoundNode | undefined {
  const pair = isMap(node) ? pairsOf(node).get(String(step)) : undefined;
  if (isPair(pair)) return { key: pair.key, value: pair.value };
  const value: unknown = isCollection(node) ? node.get(step, true) : undefined;
  return value === undefined ? undefined : { key: undefined, value };
}

const pairsByMap = new WeakMap<YAMLMap, ReadonlyMap<string, unknown>>();

/** A mapping's pairs by their keys, the last one of a repeated key. Kept, because each error looks for its place. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, unknown> {
  const known = pairsByMap.get(map);
  if (known !== undefined) return known;
  const pairs = new Map<string, unknown>();
  for (const item of map.items) {
    if (isScalar(item.key)) pairs.set(String(item.key.value), item);
  }
  pairsByMap.set(map, pairs);
  return pairs;
}

function findNode(document: Document, path: Path): FoundNode | undefined {
  let found: FoundNode | undefined = { key: undefined, value: document.contents };
  for (const step of path) found = found && stepTo(found.value, step);
  return found;
}

function writtenAs(node: unknown): string | undefined {
  return isScalar(node) ? node.source : undefined;
}

function offsetOf(document: Document, path: Path, isForKey: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const next = stepTo(node, step);
    if (next === undefined) return offset;
    const keyOffset = startOf(next.key);
    const valueOffset = startOf(next.value);
    if (isForKey && depth === path.length - 1) return keyOffset ?? valueOffset ?? offset;
    offset = valueOffset ?? keyOffset ?? offset;
    node = next.value;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  if (!isNode(node) || isAlias(node)) return undefined;
  return node.range?.[0];
}
