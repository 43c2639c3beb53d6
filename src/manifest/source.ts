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
} from "yaml";
import type { SourceLocation } from "./errors/problem.ts";
import { explainYamlError, type LinesAround } from "./errors/yaml-errors.ts";

/** The way from a manifest's root to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** A YAML text that was read: its value, what is wrong with its YAML, and where each value stands. */
export interface Source {
  /**
   * Plain objects, arrays, strings, numbers …; undefined where the YAML can't be read. A field that
   * stands there twice is a fault, but its last value can be looked at all the same.
   */
  readonly value: unknown;
  readonly faults: readonly (SourceLocation & { readonly message: string })[];
  /** Where a value stands; of a path that isn't there, where what should hold it stands. */
  placeOf(path: Path): SourceLocation;
  /** Where the key stands that leads to a value. */
  placeOfKey(path: Path): SourceLocation;
}

/** Reads YAML 1.2. Never throws: what can't be read is told in `faults`. */
export function readSource(text: string): Source {
  const lines = new LineCounter();
  const placeAt = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const found = [...document.errors, ...document.warnings];
    const unusable = unusableIn(document);
    const readable = unusable.length === 0 && found.every(({ code }) => code === "DUPLICATE_KEY");
    const faults = unrepeated(
      found.map(({ code, message, pos }) => ({
        ...placeAt(pos[0]),
        message: explainYamlError(code, message, linesAround(text, pos[0])),
      })),
    );
    faults.push(...unusable.map(({ offset, message }) => ({ ...placeAt(offset), message })));
    return {
      value: readable ? document.toJS() : undefined,
      faults,
      placeOf: (path) => placeAt(offsetOf(document, path, false)),
      placeOfKey: (path) => placeAt(offsetOf(document, path, true)),
    };
  } catch (error) {
    const start = { line: 1, column: 1 };
    const why = error instanceof Error ? error.message : String(error);
    const faults = [{ ...start, message: `this can't be read as YAML: ${why}` }];
    return { value: undefined, faults, placeOf: () => start, placeOfKey: () => start };
  }
}

/** What stands where a fault was found, for words about it. */
function linesAround(text: string, offset: number): LinesAround {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const [line = "", next = ""] = text.slice(start, offset + 2000).split(/\r?\n/, 2);
  return { character: text.slice(offset, offset + 1), line, next };
}

/** What is YAML, but has no place in a manifest: aliases and their anchors, and keys that are no texts. */
function unusableIn(document: Document): { offset: number; message: string }[] {
  const unusable: { offset: number; message: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const message = `\`*${alias.source}\` repeats an earlier value, which manifests don't do: write the value again; a text that begins with * goes in quotes`;
      unusable.push({ offset: alias.range?.[0] ?? 0, message });
    },
    Value: (_, { anchor, range }) => {
      if (anchor === undefined) return;
      const message = `\`&${anchor}\` gives a value a name, which manifests don't do: take it out; a text that begins with & goes in quotes`;
      unusable.push({ offset: range?.[0] ?? 0, message });
    },
    Pair: (_, { key }) => {
      if (!isCollection(key)) return;
      const message = 'brackets stand before a colon here: put the text in quotes, "[…]"';
      unusable.push({ offset: key.range?.[0] ?? 0, message });
    },
  });
  return unusable;
}

/** The library may find one mistake in two ways, which come to the same words here. */
function unrepeated<Fault extends SourceLocation & { message: string }>(faults: Fault[]): Fault[] {
  const keys = faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
  return faults.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

function offsetOf(document: Document, path: Path, wantsKey: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node)
      ? node.items.findLast((item) => isScalar(item.key) && String(item.key.value) === String(step))
      : undefined;
    const next: unknown = isPair(pair)
      ? pair.value
      : isCollection(node)
        ? node.get(step, true)
        : undefined;
    const keyOffset = startOf(pair?.key);
    if (pair === undefined && next === undefined) return offset;
    if (wantsKey && depth === path.length - 1) return keyOffset ?? startOf(next) ?? offset;
    offset = startOf(next) ?? keyOffset ?? offset;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  if (!isNode(node) || isAlias(node)) return undefined;
  return node.range?.[0];
}
