import { useEffect, useRef, useState } from "hono/jsx/dom";
import { valueAt } from "../../../../manifest/errors/values.ts";
import { formatMoment } from "../../../../records/moment.ts";
import { textAt } from "../draft/value.ts";
import type { FormContext } from "./form-context.ts";
import { takePicture } from "./take-picture.ts";

/** The film, from which chapters and the poster are taken. */
export function Film({ form }: { readonly form: FormContext }) {
  const { app, draft, set, chooseFile } = form;
  const { strings } = app;
  const name = [
    textAt(draft.value, ["video", 0, "file"]),
    textAt(draft.value, ["audioOnly", "file"]),
  ].find((one) => one !== "");
  const file = name === undefined ? undefined : draft.files.get(name);
  const film = useRef<HTMLVideoElement>(null);
  const [address, setAddress] = useState("");
  const [note, setNote] = useState("");
  useEffect(() => {
    if (file === undefined) return undefined;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (file === undefined || address === "") return null;
  const addChapter = () => {
    const start = Math.floor(film.current?.currentTime ?? 0);
    const chapters = valueAt(draft.value, ["chapters"]);
    const known = Array.isArray(chapters) ? chapters : [];
    const next = [...known, { start: formatMoment(start), name: {} }];
    set(
      ["chapters"],
      next.sort((a, b) => secondsOf(a) - secondsOf(b)),
    );
    setNote(strings.chapterAdded(formatMoment(start)));
  };
  const usePicture = async () => {
    const picture = film.current === null ? undefined : await takePicture(film.current);
    setNote(picture === undefined ? strings.noPicture : strings.pictureTaken);
    if (picture !== undefined) chooseFile(["poster", "file"], picture);
  };
  return (
    <div class="form-film">
      {/* biome-ignore lint/a11y/useMediaCaption: its captions are other files of this form. */}
      <video ref={film} src={address} controls playsInline aria-label={name} />
      <p class="actions">
        <button type="button" onClick={addChapter}>
          {strings.chapterHere}
        </button>{" "}
        <button type="button" onClick={() => void usePicture()}>
          {strings.posterHere}
        </button>
      </p>
      <p role="status">{note}</p>
    </div>
  );
}

/** When a chapter starts, for their order. */
function secondsOf(chapter: unknown): number {
  const parts = textAt(chapter, ["start"]).split(":").map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}
