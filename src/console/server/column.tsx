import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { ConsoleLayout, type ConsoleView } from "./layout.tsx";
import { respondWithConsole } from "./respond.ts";

interface ColumnPage {
  readonly title: string;
  /** The heading, if it has markup. */
  readonly heading?: Child;
  /** Set for a heading in the words of the command line, which are English. */
  readonly headingLanguage?: "en";
  readonly isNarrow?: boolean;
  readonly status?: ContentfulStatusCode;
  readonly content: Child;
}

/** Answers with a page of the console: one column below its heading. */
export function respondWithColumn(
  context: RequestContext,
  view: ConsoleView,
  { title, heading, headingLanguage, isNarrow = false, status, content }: ColumnPage,
): Promise<Response> {
  return respondWithConsole(
    context,
    view.reader.language,
    <ConsoleLayout view={view} title={title}>
      <div class={isNarrow ? "column narrow" : "column"}>
        <h1 lang={headingLanguage}>{heading ?? title}</h1>
        {content}
      </div>
    </ConsoleLayout>,
    status,
  );
}
