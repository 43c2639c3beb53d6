import { Memory } from "./memory.ts";

/**
 * Records that were parsed, by their JSON: most requests read what a request before has read, and the same JSON
 * means the same record, whatever changed meanwhile.
 */

/** In characters of JSON. Its objects take a few times as much: a few per cent of a Worker's 128 MB. */
const maxSize = 1_000_000;

/** For each text what each function made of it. */
const parsed = new Memory<Map<object, unknown>>(maxSize);

/**
 * Lets a function parse each text only once while it is remembered. Requests share the results, so they are frozen.
 * @param parse a pure function
 */
export function rememberParsed<Output>(parse: (json: string) => Output): (json: string) => Output {
  return (json) => {
    // The text itself is the key: to join it with anything would copy it for each request.
    const outputs = parsed.get(json) ?? new Map<object, unknown>();
    const known = outputs.get(parse);
    // Only this function stores under `parse`.
    if (known !== undefined) return known as Output;
    const output = freeze(parse(json));
    outputs.set(parse, output);
    parsed.set(json, outputs, json.length * outputs.size);
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
