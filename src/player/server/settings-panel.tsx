import type { Child } from "hono/jsx";
import { formatSize } from "../../i18n/format.ts";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { playerStringsIn } from "../strings.ts";
import { pictureVersions } from "./picture-versions.ts";
import { SelectField } from "./select-field.tsx";

interface SettingsPanelProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** More at its end. */
  readonly children?: Child;
}

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** The settings panel: what is rarely changed. */
export function SettingsPanel({ episode, reader, children }: SettingsPanelProps) {
  const playerStrings = playerStringsIn(reader.language);
  const number = new Intl.NumberFormat(reader.language, { numberingSystem: "latn" });
  return (
    <div class="panel" id="settings-panel" hidden>
      <SelectField name="speed" label={playerStrings.speed}>
        {speeds.map((speed) => (
          <option value={String(speed)} selected={speed === 1}>
            {`${number.format(speed)}×`}
          </option>
        ))}
      </SelectField>
      <VersionField episode={episode} reader={reader} />
      <label class="checkbox">
        <input type="checkbox" name="repeat" /> {playerStrings.repeat}
      </label>
      {children}
    </div>
  );
}

/** The choice of what is played: a picture by its height, the film with audio description, audio only. */
function VersionField({ episode, reader }: { episode: EpisodeRecord; reader: Reader }) {
  const playerStrings = playerStringsIn(reader.language);
  const pictures = pictureVersions(episode.video);
  const description = episode.audioDescription;
  const described = description?.mode === "file" ? description.file : undefined;
  const audio = episode.video.length > 0 ? episode.audioOnly : undefined;
  if (pictures.length < 2 && described === undefined && audio === undefined) return null;
  // A mix with audio description isn't a quality.
  const isQuality = pictures.length > 1 && described === undefined;
  const nameWithSize = (name: string, { size }: { readonly size: number }) =>
    `${name} (${formatSize(size, reader.language)})`;
  return (
    <SelectField name="version" label={isQuality ? playerStrings.quality : playerStrings.version}>
      {pictures.length < 2 ? (
        <option value="">{reader.strings.video}</option>
      ) : (
        pictures.map(({ height, media, isDefault }, index) => (
          <option
            value={isDefault ? "" : media.map(blobPath).join(" ")}
            selected={isDefault}
            data-height={height}
            data-smallest={index === pictures.length - 1 && !isDefault ? "" : undefined}
          >
            {nameWithSize(`${height}p`, media[0])}
          </option>
        ))
      )}
      {described && (
        <option value={blobPath(described)}>
          {nameWithSize(playerStrings.withAudioDescription, described)}
        </option>
      )}
      {audio && (
        <option value={blobPath(audio)}>{nameWithSize(reader.strings.audioOnly, audio)}</option>
      )}
    </SelectField>
  );
}
