import type { Child } from "hono/jsx";
import type { RequestContext } from "../../../delivery/http/environment.ts";
import { readForm } from "../../../delivery/http/form.ts";
import { digest } from "../../../records/schema/publishing-fields.ts";
import { respondWithColumn } from "../column.tsx";
import { FormToken } from "../layout.tsx";
import type { LoadedWork } from "./load.ts";

interface Confirmation {
  readonly title: string;
  /** The last part of the form's address. */
  readonly action: string;
  /** What the button says. */
  readonly button: string;
  /** What the change does. */
  readonly explanation: Child;
  /** More fields of the form. */
  readonly fields?: Child;
}

/** Shows what a change of a work does, and the button that makes it. */
export function respondWithConfirmation(
  context: RequestContext,
  { view, history }: LoadedWork,
  { title, action, button, explanation, fields }: Confirmation,
): Promise<Response> {
  return respondWithColumn(context, view, {
    title,
    content: (
      <>
        {explanation}
        <form method="post" action={`/staff/works/${history.slug}/${action}`} class="fields">
          <FormToken view={view} />
          {fields}
          <input type="hidden" name="replaces" value={history.digest} />
          <button type="submit" class="primary">
            {button}
          </button>
        </form>
        <p>
          <a href={`/staff/works/${history.slug}`}>{view.strings.backToWork}</a>
        </p>
      </>
    ),
  });
}

/** The change that a confirmation's form asks for. */
export async function readConfirmedChange(context: RequestContext) {
  const { replaces } = await readForm(context);
  return {
    slug: context.req.param("slug") ?? "",
    // A form without a digest would change whatever is current: one that nothing has is refused.
    replaces: digest.safeParse(replaces).data ?? "0".repeat(64),
    actor: context.get("staff"),
    now: new Date(),
  };
}
