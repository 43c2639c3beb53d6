import { useMemo, useState } from "hono/jsx/dom";
import { isLanguageTag } from "../../../../i18n/tag.ts";
import type { Problem } from "../../../../manifest/errors/problem.ts";
import type { App } from "../context.ts";
import { chooseFile } from "../draft/draft-files.ts";
import { type Draft, type DraftFolder, folderOfDraft, problemsByField } from "../draft/folder.ts";
import { readFiles, withGivenFiles } from "../draft/from-files.ts";
import { isFields, textAt, withoutEntry, withValue } from "../draft/value.ts";
import type { GivenFiles } from "../files/browser-files.ts";
import { useGivenFiles } from "../files/use-given-files.ts";
import { DownloadButton } from "./download-button.tsx";
import { Field } from "./field.tsx";
import { Film } from "./film.tsx";
import { type FormContext, writtenIn } from "./form-context.ts";
import { LeftOut } from "./left-out.tsx";
import { MissingFiles } from "./missing-files.tsx";
import { Problems } from "./notes.tsx";
import { schemaOf } from "./schema.ts";

export interface FormProps {
  readonly app: App;
  readonly draft: Draft;
  /** What was wrong when it was last checked. */
  readonly checked:
    | { readonly folder: DraftFolder; readonly problems: readonly Problem[] }
    | undefined;
  /** Changes the draft as it is then: several changes may come before the next drawing. */
  readonly onChange: (change: (latest: Draft) => Draft) => void;
  readonly onCheck: (folder: DraftFolder) => void;
  readonly onAgain: () => void;
}

/** Fields that most works need; the others are below them, folded. */
const mainFields = [
  ...["name", "description", "inLanguage", "slug", "status", "datePublished", "texts", "video"],
  ...["captions", "poster", "chapters", "audioDescription", "contentWarning", "credits", "license"],
];

/** A manifest as a form, made from its schema. It yields a folder, which is checked as any other is. */
export function Form({ app, draft, checked, onChange, onCheck, onAgain }: FormProps) {
  const { strings } = app;
  const schema = useMemo(() => schemaOf(draft.kind), [draft.kind]);
  const problems: FormContext["problems"] = useMemo(
    () => (checked === undefined ? new Map() : problemsByField(checked.folder, checked.problems)),
    [checked],
  );
  const [added, setAdded] = useState<readonly string[]>([]);
  const [newLanguage, setNewLanguage] = useState("");
  const [note, setNote] = useState("");
  const original = textAt(draft.value, ["inLanguage"]);
  const languages = languagesIn(draft.value, [original, ...app.languages, ...added]);
  const fields = schema.properties ?? {};
  const order = Object.keys(fields);
  const addGiven = async (given: Promise<GivenFiles> | GivenFiles) => {
    const read = await readFiles(await given);
    const { files } = withGivenFiles(draft, read);
    const names = [...files.keys()].filter((name) => files.get(name) !== draft.files.get(name));
    onChange((latest) => withGivenFiles(latest, read));
    setNote(names.length === 0 ? strings.nothingAdded : strings.filesAdded(names.join(", ")));
  };
  useGivenFiles((given) => void addGiven(given));
  const changeValue = (change: (value: unknown) => unknown) =>
    onChange((latest) => {
      const value = change(latest.value);
      return isFields(value) ? { ...latest, value } : latest;
    });
  const form: FormContext = {
    app,
    draft,
    languages,
    problems,
    set: (path, value) => changeValue((latest) => withValue(latest, path, value)),
    removeEntry: (path, index) => changeValue((latest) => withoutEntry(latest, path, index)),
    chooseFile: (field, file) => onChange((latest) => chooseFile(latest, field, file)),
  };
  const draw = (name: string) => {
    const field = fields[name];
    return field === undefined ? null : (
      <Field
        form={form}
        path={[name]}
        schema={field}
        isRequired={schema.required?.includes(name) === true}
      />
    );
  };
  return (
    <form
      class="fields"
      noValidate
      onSubmit={(event: Event) => {
        event.preventDefault();
        onCheck(folderOfDraft(draft));
      }}
    >
      <h2>{strings.kinds[draft.kind]}</h2>
      <p class="help">
        {strings.formHelp} {strings.dropMore}
      </p>
      {problems.size > 0 && (
        <div role="alert">
          <p>{strings.formMistakes}</p>
          <Problems form={form} path={[]} />
        </div>
      )}
      <p role="status">{note}</p>
      <LeftOut form={form} />
      <MissingFiles form={form} onFiles={(given) => void addGiven(given)} />
      <Film form={form} />
      {mainFields.filter((name) => name in fields).map(draw)}
      <div class="field">
        <label for="new-language">{strings.addLanguage}</label>
        <input
          id="new-language"
          value={newLanguage}
          onInput={(event: Event) => setNewLanguage(writtenIn(event))}
        />{" "}
        <button
          type="button"
          disabled={!isLanguageTag(newLanguage.trim())}
          onClick={() => {
            if (newLanguage.trim() !== "") setAdded([...added, newLanguage.trim()]);
            setNewLanguage("");
          }}
        >
          {strings.add}
        </button>
      </div>
      <details
        open={order.some((name) => !mainFields.includes(name) && hasProblem(problems, name))}
      >
        <summary>{strings.moreFields}</summary>
        {order.filter((name) => !mainFields.includes(name)).map(draw)}
      </details>
      <p class="actions">
        <button type="submit" class="primary">
          {strings.check}
        </button>{" "}
        <button type="button" onClick={onAgain}>
          {strings.again}
        </button>
      </p>
      <p class="actions">
        <DownloadButton app={app} draft={draft} />
      </p>
    </form>
  );
}

function hasProblem(problems: ReadonlyMap<string, unknown>, name: string): boolean {
  return [...problems.keys()].some((field) => field === name || field.startsWith(`${name}.`));
}

/** The languages of the title and of tracks, after those that are offered. */
function languagesIn(value: unknown, offered: readonly string[]): string[] {
  const names = isFields(value) && isFields(value.name) ? Object.keys(value.name) : [];
  const tracks = isFields(value) && Array.isArray(value.captions) ? value.captions : [];
  const spoken = tracks.map((track) => textAt(track, ["inLanguage"]));
  return [...new Set([...offered, ...names, ...spoken])].filter(isLanguageTag);
}
