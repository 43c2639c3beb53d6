import { langAttributes } from "../../components/text.tsx";
import { nameOfLanguage } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord, Track } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { playerStringsIn } from "../strings.ts";
import { SelectField } from "./select-field.tsx";

interface CaptionsPanelProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The captions that are shown from the start. */
  readonly captions: string | undefined;
}

/** Which captions: one language or two, and how large. */
export function CaptionsPanel({ episode, reader, captions }: CaptionsPanelProps) {
  const words = playerStringsIn(reader.language);
  const choices = (chosen?: string) =>
    spokenTracks(episode).map(({ inLanguage }) => (
      <option
        value={inLanguage}
        selected={inLanguage === chosen}
        {...langAttributes(inLanguage, reader)}
      >
        {nameOfLanguage(inLanguage)}
      </option>
    ));
  const isInReadersLanguage = (track: Track) => baseLanguage(track.inLanguage) === reader.language;
  return (
    <div class="panel" id="captions-panel" hidden>
      <SelectField name="captions" label={words.captions}>
        <option value="">{words.off}</option>
        {choices(captions)}
      </SelectField>
      {spokenTracks(episode).length > 1 && (
        <SelectField name="second" label={words.secondCaptions}>
          <option value="">{words.off}</option>
          {choices()}
        </SelectField>
      )}
      <SelectField name="size" label={words.captionSize}>
        {words.sizes.map((size, step) => (
          <option value={String(step)}>{size}</option>
        ))}
      </SelectField>
      {!spokenTracks(episode).some(isInReadersLanguage) && <p>{words.otherCaptions}</p>}
    </div>
  );
}
