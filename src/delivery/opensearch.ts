import { toLine } from "../i18n/line.ts";
import { searchPath } from "../records/addresses.ts";
import { readerOf } from "../records/reader.ts";
import { openDatabase } from "../storage/database.ts";
import { readLibrary } from "../storage/lists/lists.ts";
import { escapeXml } from "../syndication/xml.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { languageOfRequest } from "./http/request-language.ts";
import { respondWithEtag } from "./http/respond.ts";

/** `GET /opensearch.xml`: lets a browser search the library from its address bar (OpenSearch 1.1, draft 6). */
export async function getOpenSearch(context: RequestContext): Promise<Response> {
  const library = await readLibrary(openDatabase(context.env.DB));
  const language = languageOfRequest(context);
  const reader = readerOf(language, library?.record);
  const settings = library?.record;
  const name = toLine(
    (settings && reader.choose(settings.name, settings.inLanguage)?.value) ?? "Videoteca",
  );
  const template = `${originOf(context) + searchPath(language)}?q={searchTerms}`;
  const headers = {
    "Content-Type": "application/opensearchdescription+xml; charset=utf-8",
    "Content-Language": language,
  };
  if (context.req.query("lang") !== language) context.header("Vary", "Accept-Language");
  return respondWithEtag(
    context,
    [context.req.url, language, library?.digest],
    headers,
    () => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml([...name].slice(0, 16).join("").trim())}</ShortName>
  <Description>${escapeXml(`${reader.strings.searchLibrary}: ${name}`)}</Description>
  <Url type="text/html" template="${escapeXml(template)}"/>
  <Language>${language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`,
  );
}
