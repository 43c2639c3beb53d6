import { libraryPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";

/** The way to all that there is, for whoever found nothing else. */
export function LibraryLink({ reader }: { reader: Reader }) {
  return (
    <p>
      <a class="button" href={libraryPath(reader.language)}>
        {reader.strings.viewLibrary}
      </a>
    </p>
  );
}
