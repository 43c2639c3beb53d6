import { libraryPath } from "../addresses.ts";
import type { Reader } from "../reader.ts";

/** The way to all that there is, for whoever found nothing else. */
export function WholeLibrary({ reader }: { reader: Reader }) {
  return (
    <p>
      <a class="button" href={libraryPath(reader.language)}>
        {reader.strings.wholeLibrary}
      </a>
    </p>
  );
}
