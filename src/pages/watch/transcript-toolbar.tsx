import { playerStringsIn } from "../../player/strings.ts";
import type { Reader } from "../../records/reader.ts";

/**
 * The room of a transcript's tools, which come with the player's second script: without it, all that is said
 * would be pushed down under a reader's eyes. Nobody sees it, and nothing in it can be used; its parts are
 * those of src/player/client/transcript/toolbar.ts. Without script there is no such room.
 */
export function TranscriptToolbarSpace({ reader }: { reader: Reader }) {
  const playerStrings = playerStringsIn(reader.language);
  return (
    <div class="toolbar" data-toolbar-space="" aria-hidden="true" inert>
      <label>
        {playerStrings.find} <input type="search" disabled />
      </label>
      <button type="button" disabled>
        {playerStrings.previous}
      </button>
      <button type="button" disabled>
        {playerStrings.next}
      </button>
      <span role="status" />
      <label class="checkbox">
        <input type="checkbox" disabled /> {playerStrings.scrollWithFilm}
      </label>
    </div>
  );
}
