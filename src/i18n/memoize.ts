/**
 * A function that is asked once for each key and remembers its answer. `Intl` objects take longer to make
 * than a page to render; keys are languages, of which a library has few.
 */
export function memoize<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
