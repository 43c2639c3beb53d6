/** A library has far fewer languages. An `Intl` object takes a few kB. */
const maxLanguages = 500;

/**
 * Caches a function's results by key: `Intl` objects take longer to create than a page to render. Keys are languages,
 * which a stranger may invent in an address, so all are forgotten when there are too many.
 */
export function memoize<Value>(
  make: (key: string) => Value,
  maxKeys = maxLanguages,
): (key: string) => Value {
  const cache = new Map<string, Value>();
  return (key) => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (cache.size >= maxKeys) cache.clear();
    cache.set(key, value);
    return value;
  };
}

/** A few MB. Our choice. */
const maxWords = 20_000;
/** A longer one is no word. */
const maxKeptLength = 40;

/** Caches a function's results by word, for as long as this Worker lives: a text repeats most of its words. */
export function memoizeWords<Value>(make: (word: string) => Value): (word: string) => Value {
  const known = memoize(make, maxWords);
  return (word) => (word.length > maxKeptLength ? make : known)(word);
}
