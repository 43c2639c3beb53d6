import { canonicalTag } from "../../i18n/tag.ts";
import { parseSearchQuery } from "../../search/query/query.ts";
import { openDatabase } from "../../storage/database.ts";
import { readSpokenTexts } from "../../storage/search/spoken-texts.ts";
import { searchType, writeIiif } from "../../syndication/iiif/json.ts";
import { contentSearch } from "../../syndication/iiif/search.ts";
import { transcriptFromCues } from "../../transcripts/paragraphs.ts";
import { originOf, type RequestContext, requestTime } from "../http/environment.ts";
import { isRateLimited, tooManyRequests } from "../http/rate-limits.ts";
import { languageOfRequest } from "../http/request-language.ts";
import { answerWithout, lookUp } from "../load-work.ts";
import { readTimedText } from "../timed-text.ts";

/**
 * How many characters of cues an answer looks through: four languages of a film of two hours. More would take over a
 * second of CPU time; `lang` chooses a language.
 */
const maxSearched = 1_500_000;

/** `GET /iiif/{slug}/search?q=&lang=`: the moments of a film in which words are said (IIIF Content Search 2.0). */
export async function getIiifSearch(context: RequestContext): Promise<Response> {
  if (await isRateLimited(context, context.env.SEARCH_LIMIT)) return tooManyRequests(context);
  const slug = context.req.param("slug") ?? "";
  const query = context.req.query();
  const { work, texts } = await readSpokenTexts(openDatabase(context.env.DB), slug, {
    language: canonicalTag(query.lang ?? ""),
    maxLength: maxSearched,
  });
  const found = lookUp(slug, work?.record, ["Episode"], requestTime());
  if (found.outcome !== "found") {
    return answerWithout(context, found, ["Episode"], languageOfRequest(context));
  }
  const terms = parseSearchQuery(query.q ?? "");
  const searched = terms.length === 0 ? [] : texts;
  const answer = contentSearch({
    slug,
    terms,
    query,
    origin: originOf(context),
    texts: searched.flatMap((text) => {
      const spoken = readTimedText(found.record, text);
      if (spoken === undefined) return [];
      const { paragraphs } = transcriptFromCues(spoken.cues, [], spoken.speakers);
      return [
        { language: text.language, segments: paragraphs.flatMap(({ segments }) => segments) },
      ];
    }),
  });
  // No cache keeps what a reader searched for.
  const headers = { "Content-Type": searchType, "Cache-Control": "no-store" };
  return context.body(writeIiif(answer), 200, headers);
}
