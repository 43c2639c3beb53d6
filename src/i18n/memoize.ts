/**
 * Caches a function's results by key, without limit: `Intl` objects take longer to create than a page to
 * render, and keys are languages, of which a library has few.
 */
export function memoize<Value>(make: (key: string) => Value): (key: string) => Value {
  const cache = new Map<string, Value>();
  return (key) => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    cache.set(key, value);
    return value;
  };
}
