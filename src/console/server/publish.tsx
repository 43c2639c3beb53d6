import { hashScriptPath, publishScriptPath } from "../../../build/browser.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { offeredLanguages } from "../../records/offered-languages.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import { ConsoleLayout, consoleViewOf } from "./layout.tsx";
import { respondWithConsole } from "./respond.ts";

/** `GET /staff/publish`: the place of the script that publishes a folder (src/console/client/publish). */
export async function publishPage(context: RequestContext): Promise<Response> {
  const settings = (await readLibrary(openDatabase(context.env.DB)))?.record;
  const view = await consoleViewOf(context, settings);
  const { strings, reader } = view;
  const data = { hashScript: hashScriptPath, languages: offeredLanguages(settings) };
  const script = { path: publishScriptPath, data };
  return respondWithConsole(
    context,
    reader.language,
    <ConsoleLayout view={view} title={strings.publishFiles} script={script}>
      <div class="column">
        <h1>{strings.publishFiles}</h1>
        <div id="publish" class="publish" />
        <noscript>
          <p>{strings.publishNeedsScript}</p>
        </noscript>
      </div>
    </ConsoleLayout>,
  );
}
