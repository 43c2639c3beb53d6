import { playerStringsIn } from "../../player/strings.ts";
import type { Reader } from "../../records/reader.ts";

/**
 * Reserves the space of the transcript's toolbar, which the player's second script inserts later, so that
 * the text doesn't move while people read. It is invisible and inert, and has the same parts as
 * src/player/client/transcript/toolbar.ts. Without JavaScript it isn't displayed.
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
