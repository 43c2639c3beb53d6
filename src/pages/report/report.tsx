import type { Child } from "hono/jsx";
import { foreignRequest, isFromOwnPage } from "../../api/access/own-origin.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { readForm, UnreadableForm } from "../../delivery/http/form.ts";
import { isRateLimited, retryAfterSeconds } from "../../delivery/http/rate-limits.ts";
import { redirectToCurrentSlug } from "../../delivery/http/redirects.ts";
import { respondWithError, respondWithPage } from "../../delivery/http/respond.ts";
import { loadWork } from "../../delivery/load-work.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { noLanguage } from "../../i18n/tag.ts";
import { sendReport } from "../../publishing/reports.ts";
import { queryString, reportPath } from "../../records/addresses.ts";
import { maxReportWords, reportWords } from "../../records/contact/reports.ts";
import { formatMoment, momentParameter, parseMoment } from "../../records/moment.ts";
import { readerOf } from "../../records/reader.ts";
import { reportInbox } from "../../records/schema/report-inbox.ts";
import { languagesOf } from "../../records/tracks.ts";
import type { WorkView } from "../../records/views.ts";
import { openDatabase } from "../../storage/database.ts";
import { notFoundPage, withdrawnPage } from "../layout/error-pages.tsx";
import { Layout } from "../layout/layout.tsx";
import { type ReportedItem, ReportForm, ReportSent } from "./form.tsx";
import { quoteAt } from "./quote.ts";

/** What the form has been asked for or was filled in with. */
interface Fields {
  readonly words: string;
  /** As the reader wrote it, or as the address has it. */
  readonly moment: string;
  /** The language of the text that has the mistake; empty for that which the page shows. */
  readonly text: string;
}

/** `GET /{lang}/report/{slug}?t=65&text=es`: the form to report a mistake in a work; `?sent=1` thanks for it. */
export async function reportPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const { t = "", text = "", sent } = context.req.query();
  const fields = { words: "", moment: t, text };
  const loaded = await loadReported(context, language, fields);
  if (loaded instanceof Response) return loaded;
  if (loaded.isRenamed) return redirectToCurrentSlug(context, loaded.item.record.slug);
  const { library, work } = loaded.view;
  return respondWithPage(context, language, [library?.digest, work?.digest], () => (
    <ReportLayout context={context} loaded={loaded}>
      {sent === undefined ? (
        <ReportForm item={loaded.item} words="" moment={loaded.momentText} />
      ) : (
        <ReportSent item={loaded.item} />
      )}
    </ReportLayout>
  ));
}

/**
 * `POST /{lang}/report/{slug}`: keeps a report, of which nobody learns who sent it: neither the address that it came
 * from nor the browser's name is read but to count its network's requests of this minute (rate-limits.ts).
 */
export async function postReport(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  if (!isFromOwnPage(context)) return foreignRequest(context);
  const isLimited = await isRateLimited(context, context.env.REPORT_LIMIT);
  const fields = await readFields(context);
  const loaded = await loadReported(context, language, fields);
  if (loaded instanceof Response) return loaded;
  const { item, moment } = loaded;
  const { report: strings } = item.reader.strings;
  const words = reportWords.safeParse(fields.words);
  const tellAgain = (status: 422 | 429, error: string, field?: "words" | "moment") =>
    respondWithError(
      context,
      status,
      <ReportLayout context={context} loaded={loaded}>
        <ReportForm
          item={item}
          words={fields.words}
          moment={fields.moment}
          error={error}
          field={field}
        />
      </ReportLayout>,
    );
  if (!words.success) {
    const isMissing = fields.words.trim() === "";
    return tellAgain(
      422,
      isMissing ? strings.wordsMissing : strings.tooLong(maxReportWords),
      "words",
    );
  }
  if (item.record.kind === "Episode" && fields.moment.trim() !== "" && moment === undefined) {
    return tellAgain(422, strings.momentWrong, "moment");
  }
  const now = new Date();
  const report = {
    slug: item.record.slug,
    language: item.language,
    start: moment === undefined ? null : Number(momentParameter(moment.start)),
    quote: item.quote,
    words: words.data,
  };
  if (isLimited || !(await sendReport(openDatabase(context.env.DB), report, now))) {
    const untilNextHour = 3600 - (Math.floor(now.getTime() / 1000) % 3600);
    context.header("Retry-After", isLimited ? retryAfterSeconds : String(untilNextHour));
    return tellAgain(429, strings.tooMany);
  }
  const t = moment && momentParameter(moment.start);
  return context.redirect(reportPath(language, item.record.slug, { t, sent: "1" }), 303);
}

async function readFields(context: RequestContext): Promise<Fields> {
  const { words = "", moment = "", t: exact = "", text = "" } = await readReport(context);
  // The field shows whole seconds: unless the reader has changed it, the address's own moment is meant.
  const asked = parseMoment(exact);
  const isUnchanged = asked !== undefined && formatMoment(asked.start) === moment.trim();
  return { words, moment: isUnchanged ? exact : moment, text };
}

/** A form that can't be read has no words, as a body of another type: the answer is the form to fill in. */
function readReport(context: RequestContext): ReturnType<typeof readForm> {
  return readForm(context).catch((error: unknown) => {
    if (error instanceof UnreadableForm) return {};
    throw error;
  });
}

interface LoadedReport {
  readonly item: ReportedItem;
  readonly view: WorkView<"text">;
  /** The moment as the form shows it. */
  readonly momentText: string;
  readonly moment: ReportedItem["moment"];
  /** Whether the work has another slug today than the address. */
  readonly isRenamed: boolean;
}

/** Reads the work that is reported, or answers as its own page does; 404 if the library takes no reports here. */
async function loadReported(
  context: RequestContext,
  language: InterfaceLanguage,
  fields: Fields,
): Promise<LoadedReport | Response> {
  const slug = context.req.param("slug") ?? "";
  const kinds = ["Episode", "Document", "Series"] as const;
  const loaded = await loadWork(context, kinds, {
    slug,
    language: fields.text || language,
    parts: ["text"],
  });
  const { view } = loaded;
  const settings = view.library?.record;
  if (loaded.outcome === "withdrawn") return withdrawnPage(context, loaded.record, settings);
  if (loaded.outcome === "not-found" || settings?.reportMistakes !== reportInbox) {
    return notFoundPage(context, { settings });
  }
  const { record } = loaded;
  const reader = readerOf(language, settings);
  const languages =
    record.kind === "Series" ? [] : languagesOf(record).filter((tag) => tag !== noLanguage);
  const isListed = (tag: string | undefined): tag is string =>
    tag !== undefined && languages.includes(tag);
  const shown = [fields.text, view.text?.language, language].find(isListed);
  const textLanguage = shown ?? languages[0] ?? language;
  const asked = record.kind === "Episode" ? parseMoment(fields.moment) : undefined;
  const isInside = record.kind === "Episode" && asked && asked.start <= record.duration;
  const moment = isInside ? asked : undefined;
  const quote = record.kind === "Episode" ? quoteAt(record, view.text, textLanguage, moment) : "";
  return {
    item: { record, reader, settings, languages, language: textLanguage, moment, quote },
    view,
    moment,
    momentText: moment === undefined ? "" : formatMoment(moment.start),
    isRenamed: record.slug !== slug,
  };
}

function ReportLayout({
  context,
  loaded: { item },
  children,
}: {
  context: RequestContext;
  loaded: LoadedReport;
  children?: Child;
}) {
  const { record, reader, settings, moment } = item;
  const t = moment && momentParameter(moment.start);
  const { sent } = context.req.method === "POST" ? {} : context.req.query();
  return (
    <Layout
      reader={reader}
      settings={settings}
      origin={originOf(context)}
      pathIn={(other) => reportPath(other, record.slug)}
      queryIn={() => queryString({ t, text: item.language, sent })}
      title={reader.strings.reportMistake}
      isIndexed={false}
      referrer="same-origin"
    >
      {children}
    </Layout>
  );
}
