import { langAttributes } from "../../components/text.tsx";
import { interfaceLanguages } from "../../i18n/interface-languages.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { playerStringsIn } from "../../player/strings.ts";
import type { FrameSize } from "../../records/embed/embed-code.ts";
import type { Reader } from "../../records/reader.ts";
import { filmFrameSize } from "../../syndication/oembed/size.ts";

interface EmbedDialogProps {
  /** The embed's absolute address, without parameters. */
  readonly address: string;
  readonly title: string;
  /** The film's size, from which the frame has its ratio. */
  readonly picture: FrameSize;
  readonly reader: Reader;
}

/** The widths to choose from, in CSS pixels: a sidebar, a column of text, a wide page. */
const frameWidths = [320, 640, 960];

/** The button and the dialog that produce the embed code (docs/embed.md). */
export function EmbedDialog({ address, title, picture, reader }: EmbedDialogProps) {
  const playerStrings = playerStringsIn(reader.language);
  return (
    <>
      <button type="button" data-action="embed" aria-haspopup="dialog">
        {playerStrings.embed}
      </button>
      <dialog
        class="embed-dialog"
        aria-labelledby="embed-title"
        data-address={address}
        data-picture={`${picture.width}x${picture.height}`}
      >
        <h2 id="embed-title">{playerStrings.embed}</h2>
        <p>{playerStrings.embedHelp}</p>
        <div class="panel">
          <label class="field">
            {reader.strings.language}{" "}
            <select name="embed-language">
              {interfaceLanguages.map((language) => (
                <option
                  value={language}
                  selected={language === reader.language}
                  {...langAttributes(language, reader)}
                >
                  {nameOfLanguage(language)}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            {playerStrings.startAt}{" "}
            <input name="embed-start" value="0:00" size={6} dir="ltr" autocomplete="off" />
          </label>
          <label class="field">
            {playerStrings.embedSize}{" "}
            <select name="embed-size">
              <option value="">{playerStrings.fullWidth}</option>
              {frameWidths.map((maxWidth) => {
                const { width, height } = filmFrameSize(picture, { width: maxWidth });
                return <option value={`${width}x${height}`}>{`${width} × ${height}`}</option>;
              })}
            </select>
          </label>
        </div>
        <label class="field">
          {playerStrings.embedCode} <textarea readonly rows={5} dir="ltr" spellcheck={false} />
        </label>
        <p role="status" data-copied={playerStrings.codeCopied} />
        <div class="buttons">
          <button type="button" data-action="copy-code">
            {playerStrings.copyCode}
          </button>
          <button type="button" data-action="close">
            {playerStrings.close}
          </button>
        </div>
        <h3>{playerStrings.preview}</h3>
        <iframe title={title} allow="fullscreen; picture-in-picture" />
      </dialog>
    </>
  );
}
