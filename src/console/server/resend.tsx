import { formTokenField } from "../../api/access/form-token.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { isForm, readForm } from "../../delivery/http/form.ts";
import { respondWithColumn } from "./column.tsx";
import { type ConsoleView, consoleViewOf, FormToken } from "./layout.tsx";

/** What a form sent, to be sent again: a session that ends must not lose what somebody wrote. */
export type SentFields = readonly (readonly [name: string, value: string])[];

/** The fields of a form that a person sent from a page; undefined for any other request. */
export async function sentFields(context: RequestContext): Promise<SentFields | undefined> {
  const isPerson = context.req.header("Accept")?.includes("text/html") ?? false;
  if (!isPerson || !isForm(context)) return undefined;
  const form = await readForm(context);
  return Object.entries(form).flatMap(([name, value]) =>
    typeof value === "string" && name !== formTokenField ? [[name, value] as const] : [],
  );
}

/** A button that sends a form again to the same address, with today's form token. */
export function Resend({
  view,
  path,
  fields,
}: {
  view: ConsoleView;
  path: string;
  fields: SentFields;
}) {
  return (
    <form method="post" action={path} class="fields">
      <FormToken view={view} />
      {fields.map(([name, value]) => (
        // A hidden field would lose its line ends.
        <textarea name={name} hidden>
          {value}
        </textarea>
      ))}
      <button type="submit">{view.strings.sendAgain}</button>
    </form>
  );
}

/** 403 for a form whose token is of an earlier session: nothing was done, and it can be sent again. */
export async function expiredFormPage(
  context: RequestContext,
  fields: SentFields,
): Promise<Response> {
  const view = await consoleViewOf(context, undefined);
  const { strings } = view;
  return respondWithColumn(context, view, {
    title: strings.sendAgain,
    isNarrow: true,
    status: 403,
    content: (
      <>
        <p class="warning" role="alert">
          {strings.earlierSession}
        </p>
        <Resend view={view} path={context.req.path} fields={fields} />
      </>
    ),
  });
}
