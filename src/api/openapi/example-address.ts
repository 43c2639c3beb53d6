/** What an address is made from. */
interface Described {
  readonly parameters?:
    | readonly { readonly name: string; readonly in: string; readonly example?: unknown }[]
    | undefined;
}

/** A request with the examples of all parameters in it. */
export function exampleAddress(path: string, { parameters = [] }: Described): string {
  const filled = parameters
    .filter((parameter) => parameter.in === "path")
    .reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path);
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.example !== undefined)
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
}
