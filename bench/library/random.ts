/** Numbers that are the same in every run, by Park and Miller's generator. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of a list. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** @param seed a whole number; each gives another sequence */
export function randomFrom(seed: number): Random {
  let state = (Math.abs(seed) * 16_807 + 1) % 2_147_483_647 || 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}
