import {
  type FoldedText,
  foldText,
  type Gap,
  gap,
  isUnspaced,
  type TextPiece,
} from "./folded-text.ts";
import { formsOfName } from "./name-forms.ts";

/** A place in a text where a name is written. */
export interface FoundName {
  /** The name as its credit has it. */
  readonly name: string;
  /** The positions of the first letter and of the last one in the source. */
  readonly start: number;
  readonly end: number;
}

/** A step in matching names letter by letter. */
interface TrieNode {
  /** By the widest gap allowed before the letter, and the letter: `2m`. */
  readonly next: Map<string, TrieNode>;
  /** The names that end here. */
  readonly names: Set<string>;
}

/** Names that can be looked for, all at once. */
export interface NameIndex {
  readonly root: TrieNode;
  readonly isEmpty: boolean;
}

/** Prepares names for `findNames`. Names without letters are ignored. */
export function indexNames(names: Iterable<string>): NameIndex {
  const root = newNode();
  for (const name of names) {
    for (const form of formsOfName(name)) {
      let node = root;
      for (const [index, part] of form.entries()) {
        // What is before the first letter is the word's beginning.
        const key = `${index === 0 ? "" : part.gap}${part.letter}`;
        const next: TrieNode = node.next.get(key) ?? newNode();
        node.next.set(key, next);
        node = next;
      }
      node.names.add(name);
    }
  }
  return { root, isEmpty: root.next.size === 0 };
}

const newNode = (): TrieNode => ({ next: new Map(), names: new Set() });

/**
 * Finds names in a text, as whole words: in any case and Unicode form, with or without accents, apostrophes,
 * hyphens and invisible characters, and across line breaks. Possessives count (“Ana Morales's”). Takes time in
 * proportion to the text's length.
 */
export function findNames(pieces: Iterable<TextPiece>, index: NameIndex): FoundName[] {
  if (index.isEmpty) return [];
  const text = foldText(pieces);
  const found: FoundName[] = [];
  const lastEnds = new Map<string, number>();
  for (let start = 0; start < text.letters.length; start += 1) {
    const isStart = isBoundary(text, start) || isAfterPrefix(text, start);
    if (!isStart) continue;
    const first = index.root.next.get(text.letters[start] ?? "");
    if (first === undefined) continue;
    for (const [name, end] of namesFrom(first, text, start)) {
      // “Luis Paz. Luis Paz” contains the name twice, not also “Paz. Luis”.
      if (start <= (lastEnds.get(name) ?? -1)) continue;
      lastEnds.set(name, end);
      found.push({ name, start: text.positions[start] ?? 0, end: text.positions[end] ?? 0 });
    }
  }
  return found;
}

/** The names that begin at a letter, each with its longest match: the index of its last letter. */
function namesFrom(first: TrieNode, text: FoldedText, start: number): Map<string, number> {
  const ends = new Map<string, number>();
  const states: { readonly node: TrieNode; readonly index: number }[] = [
    { node: first, index: start },
  ];
  for (let state = states.pop(); state !== undefined; state = states.pop()) {
    const { node, index } = state;
    if (node.names.size > 0 && isBoundary(text, index + 1)) {
      for (const name of node.names) ends.set(name, Math.max(index, ends.get(name) ?? 0));
    }
    const letter = text.letters[index + 1];
    if (letter === undefined) continue;
    const between = text.gaps[index + 1] ?? gap.wide;
    for (let allowed: Gap | 3 = between; allowed <= gap.wide; allowed += 1) {
      const next = node.next.get(`${allowed}${letter}`);
      if (next !== undefined) states.push({ node: next, index: index + 1 });
    }
  }
  return ends;
}

/** Whether a word begins at a letter, or the text ends there. In scripts without spaces, any letter can begin one. */
function isBoundary({ letters, gaps }: FoldedText, index: number): boolean {
  const letter = letters[index];
  if (index === 0 || letter === undefined || gaps[index] !== gap.none) return true;
  if (/^\p{M}/u.test(letter)) return false;
  return isUnspaced(letter) || isUnspaced(letters[index - 1]);
}

/** Conjunctions and prepositions that Arabic and Hebrew write together with the next word. */
const joinedPrefix = /^[وفبلكسהובלמשכ]$/;

function isAfterPrefix(text: FoldedText, index: number): boolean {
  return (
    text.gaps[index] === gap.none &&
    joinedPrefix.test(text.letters[index - 1] ?? "") &&
    isBoundary(text, index - 1)
  );
}
