import type { Child } from "hono/jsx";
import { formatSize } from "../../i18n/format.ts";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord, Medium } from "../../records/schema/record.ts";
import { playerStringsIn } from "../strings.ts";
import { SelectField } from "./select-field.tsx";

interface PlaybackPanelProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** More at its end. */
  readonly children?: Child;
}

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** The settings panel: what is rarely changed. The speed, the version (lower quality, with audio description, audio only). */
export function PlaybackPanel({ episode, reader, children }: PlaybackPanelProps) {
  const playerStrings = playerStringsIn(reader.language);
  const number = new Intl.NumberFormat(reader.language, { numberingSystem: "latn" });
  const versions = listVersions(episode, reader);
  return (
    <div class="panel" id="playback-panel" hidden>
      <SelectField name="speed" label={playerStrings.speed}>
        {speeds.map((speed) => (
          <option value={String(speed)} selected={speed === 1}>
            {`${number.format(speed)}×`}
          </option>
        ))}
      </SelectField>
      {versions.length > 0 && (
        <SelectField name="version" label={playerStrings.version}>
          <option value="">{reader.strings.video}</option>
          {versions.map(({ kind, name, medium }) => (
            <option value={blobPath(medium)} data-smaller={kind === "smaller" ? "" : undefined}>
              {`${name} (${formatSize(medium.size, reader.language)})`}
            </option>
          ))}
        </SelectField>
      )}
      <label class="checkbox">
        <input type="checkbox" name="repeat" /> {playerStrings.repeat}
      </label>
      {children}
    </div>
  );
}

/** The versions that can be played instead of the default one. */
function listVersions(episode: EpisodeRecord, reader: Reader) {
  const { strings } = reader;
  const playerStrings = playerStringsIn(reader.language);
  const [film] = episode.video;
  const smaller = episode.video
    .filter((medium) => mediumWidth(medium) < mediumWidth(film))
    .sort((a, b) => a.size - b.size)[0];
  const description = episode.audioDescription;
  return [
    { kind: "smaller", name: playerStrings.lowerQuality, medium: smaller },
    {
      kind: "described",
      name: playerStrings.withAudioDescription,
      medium: description?.mode === "file" ? description.file : undefined,
    },
    {
      kind: "audio",
      name: strings.audioOnly,
      medium: film === undefined ? undefined : episode.audioOnly,
    },
  ].filter(
    (version): version is { kind: string; name: string; medium: Medium } =>
      version.medium !== undefined,
  );
}

const mediumWidth = (medium: Medium | undefined) => medium?.width ?? 0;
