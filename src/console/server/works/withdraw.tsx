import { withdrawRequest } from "../../../api/contract/changes.ts";
import { langAttributes } from "../../../components/text.tsx";
import type { RequestContext } from "../../../delivery/http/environment.ts";
import { readForm } from "../../../delivery/http/form.ts";
import { nameOfLanguageIn } from "../../../i18n/names.ts";
import { isLanguageTag } from "../../../i18n/tag.ts";
import { PublishingError } from "../../../publishing/publishing-error.ts";
import { withdraw } from "../../../publishing/withdraw.ts";
import { wasEverPublic } from "../../../records/history.ts";
import { textStates } from "../../../records/languages/text-states.ts";
import { offeredLanguages } from "../../../records/offered-languages.ts";
import { openDatabase } from "../../../storage/database.ts";
import { respondWithColumn } from "../column.tsx";
import { FormToken } from "../layout.tsx";
import { type LoadedWork, loadWork } from "./load.ts";
import { titleOf } from "./parts.tsx";
import { workPage } from "./refusal.tsx";

/** What the field of a notice is called, before its language. */
const noticeField = "notice.";

/** `GET /staff/works/{slug}/withdraw`: what will stop, the notice in each language, and the button. */
export const confirmWithdrawal = workPage(async (context) =>
  showForm(context, await loadWork(context), {}, undefined),
);

/**
 * `POST /staff/works/{slug}/withdraw`. It doesn't depend on the revision that the form showed: another person's
 * correction in the meantime must not delay a withdrawal.
 */
export const postWithdrawalForm = workPage(async (context) => {
  const slug = context.req.param("slug") ?? "";
  const notices = noticesOf(await readForm(context));
  const request = withdrawRequest.safeParse(
    Object.keys(notices).length === 0 ? {} : { notice: notices },
  );
  if (!request.success) {
    const mistake = request.error.issues.map(({ message }) => message).join("\n");
    return showForm(context, await loadWork(context), notices, mistake);
  }
  const { DB, BLOBS } = context.env;
  const change = { slug, replaces: undefined, actor: context.get("staff"), now: new Date() };
  try {
    await withdraw(openDatabase(DB), BLOBS, change, request.data.notice);
  } catch (error) {
    // The form comes back with what was written in it, for example a name that isn't public.
    if (!(error instanceof PublishingError) || error.reason !== "name-not-public") throw error;
    return showForm(context, await loadWork(context), notices, error.message);
  }
  return context.redirect(`/staff/works/${slug}?done=withdraw`, 303);
});

function noticesOf(form: Readonly<Record<string, unknown>>): Record<string, string> {
  const written = Object.entries(form).flatMap(([field, text]) =>
    field.startsWith(noticeField) && typeof text === "string" && text.trim() !== ""
      ? // A form sends line ends as CR LF (URL Standard, application/x-www-form-urlencoded).
        [[field.slice(noticeField.length), text.trim().replaceAll("\r\n", "\n")] as const]
      : [],
  );
  return Object.fromEntries(written);
}

/** @param notices what was written before, by language */
function showForm(
  context: RequestContext,
  { view, history, record, now }: LoadedWork,
  notices: Readonly<Record<string, string>>,
  mistake: string | undefined,
): Promise<Response> {
  const { strings, reader, settings } = view;
  const title = strings.withdrawTitle(titleOf(record, view));
  const canWithdraw = record.kind === "Library" || wasEverPublic(history, now);
  const present = record.kind === "Library" ? undefined : record.withdrawalNotice;
  const states = textStates(record, offeredLanguages(settings)).map(({ language }) => language);
  // A notice in another language stays in sight, and isn't lost when the work is withdrawn again.
  const written = Object.keys({ ...present, ...notices }).filter(isLanguageTag);
  const languages = [...new Set([...states, ...written])];
  return respondWithColumn(context, view, {
    title,
    status: mistake === undefined ? 200 : 422,
    content: (
      <>
        {mistake !== undefined && (
          <p class="warning" role="alert" lang="en">
            {mistake}
          </p>
        )}
        {canWithdraw ? (
          <form method="post" action={`/staff/works/${history.slug}/withdraw`} class="fields">
            <FormToken view={view} />
            <button type="submit" class="primary danger" aria-describedby="will-stop">
              {strings.withdrawNow}
            </button>
            <div id="will-stop">
              <p>{strings.willStop}</p>
              <WillStop work={{ history, record }} view={view} />
              <p class="help">{strings.willStopHelp}</p>
            </div>
            <fieldset>
              <legend>{strings.notice}</legend>
              <p class="help">{strings.noticeHelp}</p>
              {languages.map((language) => (
                <>
                  <label for={`notice-${language}`}>
                    {strings.noticeIn(nameOfLanguageIn(language, reader.language))}
                  </label>
                  <textarea
                    id={`notice-${language}`}
                    name={noticeField + language}
                    rows={2}
                    maxlength={2000}
                    {...langAttributes(language, reader)}
                  >
                    {notices[language] ?? present?.[language] ?? ""}
                  </textarea>
                </>
              ))}
            </fieldset>
            <button type="submit" class="primary danger">
              {strings.withdrawNow}
            </button>
          </form>
        ) : (
          <p class="warning">
            {strings.neverPublic} <code>{history.slug}</code>
          </p>
        )}
        <p>
          <a href={`/staff/works/${history.slug}`}>{strings.backToWork}</a>
        </p>
      </>
    ),
  });
}

function WillStop({
  work: { history, record },
  view: { strings },
}: {
  work: Pick<LoadedWork, "history" | "record">;
  view: LoadedWork["view"];
}) {
  const stored = history.blobs.filter(({ removedAt }) => removedAt === null).length;
  const captions = record.kind === "Episode" ? record.captions.length : 0;
  return (
    <ul>
      <li>{strings.stops.page}</li>
      <li>{strings.stops.embed}</li>
      {captions > 0 && <li>{strings.stopsCaptions(captions)}</li>}
      {stored > 0 && <li>{strings.stopsFiles(stored)}</li>}
    </ul>
  );
}
