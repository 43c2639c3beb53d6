import { libraryPath } from "../../records/addresses.ts";
import type { Reader } from "../../records/reader.ts";

/** A link to the whole library, for pages where nothing was found. */
export function LibraryLink({ reader }: { reader: Reader }) {
  return (
    <p>
      <a class="button" href={libraryPath(reader.language)}>
        {reader.strings.viewLibrary}
      </a>
    </p>
  );
}
