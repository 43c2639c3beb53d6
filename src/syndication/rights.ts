import type { Citation } from "./citation.ts";

/** The copyright holder and the license in one line: `© Ana Morales, CC-BY-4.0`. */
export function rightsOf({ copyrightHolder, license }: Citation): string | undefined {
  const holder = copyrightHolder === undefined ? undefined : `© ${copyrightHolder}`;
  return [holder, license].filter((part) => part !== undefined).join(", ") || undefined;
}
