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
import type { Place } from "./problem.ts";

/** The way from a manifest's root to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** A YAML text that was read: its value, what is wrong with its YAML, and where each value stands. */
export interface Source {
  /**
   * Plain objects, arrays, strings, numbers …; undefined where the YAML can't be read. A field that
   * stands there twice is a fault, but its last value can be looked at all the same.
   */
  readonly value: unknown;
  readonly faults: readonly (Place & { readonly message: string })[];
  /** Where a value stands; of a path that isn't there, where what should hold it stands. */
  placeOf(path: Path): Place;
  /** Where the key stands that leads to a value. */
  placeOfKey(path: Path): Place;
}

/** Reads YAML 1.2. Never throws: what can't be read is told in `faults`. */
export function readSource(text: string): Source {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const found = [...document.errors, ...document.warnings];
    const unusable = unusableIn(document);
    const readable = unusable.length === 0 && found.every(({ code }) => code === "DUPLICATE_KEY");
    const faults = found.map(({ code, message, pos }) => ({
      ...placeAt(pos[0]),
      message: inPlainWords(code, message),
    }));
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

/** What the YAML library says, in words for people who meet YAML here for the first time. */
function inPlainWords(code: string, message: string): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return "this field stands here twice: keep one of them";
    case "TAB_AS_INDENT":
      return "a tab stands here: indent with spaces";
    case "MULTIPLE_DOCS":
      return "a second document begins here: a manifest is one, so take the `---` out";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return 'a text with a colon in it stands here: put the text in quotes, "…: …"';
    case "BAD_INDENT":
      return `this isn't YAML: see the spaces at the line's beginning, and whether a quote or a bracket is missing above (${message})`;
    case "MISSING_CHAR":
      return `this isn't YAML: see whether a quote, a colon or a bracket is missing (${message})`;
    default:
      return `this isn't YAML: ${message}`;
  }
}

/** What is YAML, but has no place in a manifest: aliases, and keys that are no texts. */
function unusableIn(document: Document): { offset: number; message: string }[] {
  const unusable: { offset: number; message: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const message = `\`*${alias.source}\` repeats an earlier value, which manifests don't do: write the value again`;
      unusable.push({ offset: alias.range?.[0] ?? 0, message });
    },
    Pair: (_, { key }) => {
      if (!isCollection(key)) return;
      const message = 'brackets stand before a colon here: put the text in quotes, "[…]"';
      unusable.push({ offset: key.range?.[0] ?? 0, message });
    },
  });
  return unusable;
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
