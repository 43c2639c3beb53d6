import { Memory } from "./memory.ts";

/**
 * Records that were parsed, by their JSON: most requests read what a request before has read, and the same JSON
 * means the same record, whatever changed meanwhile.
 */

/** In characters of JSON. Its objects take a few times as much: a few per cent of a Worker's 128 MB. */
const maxSize = 1_000_000;

const parsed = new Memory<unknown>(maxSize);
let schemas = 0;

/**
 * Lets a function parse each text only once while it is remembered. Requests share the results, so they are frozen.
 * @param parse a pure function
 */
export function rememberParsed<Output>(parse: (json: string) => Output): (json: string) => Output {
  schemas += 1;
  const number = schemas;
  return (json) => {
    const key = `${number} ${json}`;
    const known = parsed.get(key);
    // Only this function stores under its number.
    if (known !== undefined) return known as Output;
    const output = freeze(parse(json));
    parsed.set(key, output, json.length);
    return output;
  };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}
