import { revisionConflict } from "../../../api/contract/problems.ts";
import type { PlannedWork } from "../../../api/contract/publishing.ts";
import { refusals } from "../../../api/staff/publishing-problem.ts";
import { langAttributes } from "../../../components/text.tsx";
import type { RequestContext } from "../../../delivery/http/environment.ts";
import { nameOfLanguageIn } from "../../../i18n/names.ts";
import type { PublishingError } from "../../../publishing/publishing-error.ts";
import { type EditedTexts, editableFields } from "../../../records/languages/edit-texts.ts";
import { textStates } from "../../../records/languages/text-states.ts";
import { offeredLanguages } from "../../../records/offered-languages.ts";
import { respondWithColumn } from "../column.tsx";
import { type ConsoleView, FormToken } from "../layout.tsx";
import type { LoadedWork } from "./load.ts";
import { Changes, titleOf } from "./parts.tsx";

interface TextsFormState {
  readonly texts: EditedTexts;
  /** What the schema says, in the words of `videoteca check`. */
  readonly mistakes?: readonly string[];
  /** What would change, with the digest of the record that it is of. */
  readonly plan?: Pick<PlannedWork, "changes" | "warnings"> & { readonly digest: string };
  /** Why nothing was published. */
  readonly refusal?: PublishingError;
}

/** The form of a work's short texts, below what is to be said about them. */
export function showTextsForm(
  context: RequestContext,
  { view, history, record }: LoadedWork,
  state: TextsFormState,
): Promise<Response> {
  const { strings, reader, settings } = view;
  const { texts, mistakes, plan, refusal } = state;
  const title = strings.textsOf(titleOf(record, view));
  const written = Object.values(texts).flatMap((each) => Object.keys(each));
  const states = textStates(record, offeredLanguages(settings)).map(({ language }) => language);
  const languages = [...new Set([...states, ...written])];
  const canPublish = plan !== undefined && plan.changes.length > 0;
  return respondWithColumn(context, view, {
    title,
    status:
      refusal !== undefined ? refusals[refusal.reason][0] : mistakes !== undefined ? 422 : 200,
    content: (
      <>
        <form method="post" action={`/staff/works/${history.slug}/texts`} class="fields">
          <FormToken view={view} />
          <input type="hidden" name="replaces" value={history.digest} />
          <Mistakes mistakes={mistakes} view={view} />
          <Refusal refusal={refusal} view={view} />
          {plan !== undefined && (
            <section class="done" role="status">
              <h2>{strings.plan}</h2>
              <input type="hidden" name="planned" value={plan.digest} />
              <Changes changes={plan.changes} view={view} />
              {plan.warnings.map(({ message }) => (
                <p lang="en">{message}</p>
              ))}
              {canPublish && (
                <>
                  <p class="help">{strings.planHelp}</p>
                  <button type="submit" name="step" value="apply" class="primary">
                    {strings.publish}
                  </button>
                </>
              )}
            </section>
          )}
          {editableFields.map((field) => {
            const values = texts[field];
            return values === undefined ? null : (
              <fieldset>
                <legend>{strings.textFields[field]}</legend>
                <div class="beside">
                  {languages.map((language) => (
                    <div>
                      <label for={`${field}-${language}`}>
                        <span class="visually-hidden">{strings.textFields[field]}: </span>
                        {nameOfLanguageIn(language, reader.language)}
                      </label>
                      <textarea
                        id={`${field}-${language}`}
                        name={`${field}.${language}`}
                        rows={field === "name" ? 2 : 4}
                        {...langAttributes(language, reader)}
                      >
                        {values[language] ?? ""}
                      </textarea>
                    </div>
                  ))}
                </div>
              </fieldset>
            );
          })}
          <p class="help">{strings.bracketsHelp}</p>
          <button type="submit" name="step" value="plan" class={canPublish ? undefined : "primary"}>
            {strings.showPlan}
          </button>
        </form>
        <p>
          <a href={`/staff/works/${history.slug}`}>{strings.backToWork}</a>
        </p>
      </>
    ),
  });
}

function Mistakes({
  mistakes,
  view,
}: {
  mistakes: readonly string[] | undefined;
  view: ConsoleView;
}) {
  if (mistakes === undefined) return null;
  return (
    <div class="warning" role="alert">
      <p>{view.strings.mistakes}</p>
      <ul lang="en">
        {mistakes.map((mistake) => (
          <li>{mistake}</li>
        ))}
      </ul>
    </div>
  );
}

/** In the words of the command line; a colleague's change with what it changed. */
function Refusal({ refusal, view }: { refusal: PublishingError | undefined; view: ConsoleView }) {
  if (refusal === undefined) return null;
  const conflict = revisionConflict.safeParse(refusal.members).data;
  return (
    <div class="warning" role="alert">
      <p lang="en">{refusals[refusal.reason][1]}</p>
      <p lang="en">{refusal.message}</p>
      {conflict !== undefined && <Changes changes={conflict.changes} view={view} />}
      <p>{view.strings.refusedTexts}</p>
    </div>
  );
}
