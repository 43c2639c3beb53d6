import { languageLabel } from "../../components/language-label.ts";
import { langAttributes } from "../../components/text.tsx";
import { baseLanguage, noLanguage } from "../../i18n/tag.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord, Track } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { playerStringsIn } from "../strings.ts";
import { SelectField } from "./select-field.tsx";

interface CaptionsPanelProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The language of the captions shown from the start. */
  readonly captions: string | undefined;
  /** The second language of the captions shown from the start. */
  readonly secondCaptions?: string | undefined;
}

/** The captions panel: one language or two, and the size. */
export function CaptionsPanel({ episode, reader, captions, secondCaptions }: CaptionsPanelProps) {
  const playerStrings = playerStringsIn(reader.language);
  const languageOptions = (selectedLanguage: string | undefined) =>
    spokenTracks(episode).map(({ inLanguage }) => (
      <option
        value={inLanguage}
        selected={inLanguage === selectedLanguage}
        {...langAttributes(inLanguage, reader)}
      >
        {languageLabel(inLanguage, reader).name}
      </option>
    ));
  const isInReaderLanguage = (track: Track) => baseLanguage(track.inLanguage) === reader.language;
  return (
    <div class="panel" id="captions-panel" hidden>
      <SelectField name="captions" label={playerStrings.captions}>
        <option value="">{playerStrings.off}</option>
        {languageOptions(captions)}
      </SelectField>
      {spokenTracks(episode).length > 1 && (
        <SelectField name="second-captions" label={playerStrings.secondCaptions}>
          <option value="">{playerStrings.off}</option>
          {languageOptions(secondCaptions)}
        </SelectField>
      )}
      <SelectField name="caption-size" label={playerStrings.captionSize}>
        {playerStrings.captionSizes.map((size, step) => (
          <option value={String(step)}>{size}</option>
        ))}
      </SelectField>
      {episode.inLanguage !== noLanguage && !spokenTracks(episode).some(isInReaderLanguage) && (
        <p>{playerStrings.noCaptionsInYourLanguage}</p>
      )}
    </div>
  );
}
