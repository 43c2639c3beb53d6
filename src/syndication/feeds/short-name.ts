/**
 * The most that Podcasting 2.0 allows in `podcast:person` and in the name of `podcast:season`, in characters
 * (https://podcasting2.org/docs/podcast-namespace).
 */
const maxLength = 128;

/** A name as podcast apps take it: a longer one ends with “…”. */
export function shortName(name: string): string {
  const characters = [...name];
  return characters.length <= maxLength ? name : `${characters.slice(0, maxLength - 1).join("")}…`;
}
