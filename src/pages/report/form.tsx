import { WorkLink } from "../../components/cards.tsx";
import { langAttributes } from "../../components/text.tsx";
import { nameOfLanguageIn } from "../../i18n/names.ts";
import { queryString, reportPath } from "../../records/addresses.ts";
import { maxReportWords } from "../../records/contact/reports.ts";
import { formatMoment, type Moment, momentParameter } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import type {
  DocumentRecord,
  EpisodeRecord,
  LibraryRecord,
  SeriesRecord,
} from "../../records/schema/record.ts";

/** What is reported. */
export interface ReportedItem {
  readonly record: EpisodeRecord | DocumentRecord | SeriesRecord;
  readonly reader: Reader;
  readonly settings: LibraryRecord | undefined;
  /** The languages of the work's texts. */
  readonly languages: readonly string[];
  /** That of the text which has the mistake. */
  readonly language: string;
  readonly moment: Moment | undefined;
  /** What the text says at the moment; empty for nothing. */
  readonly quote: string;
}

interface ReportFormProps {
  readonly item: ReportedItem;
  /** What the reader wrote before, in case something is wrong with it. */
  readonly words: string;
  readonly moment: string;
  /** Why the report wasn't kept. */
  readonly error?: string;
  /** The field that is wrong. */
  readonly field?: "words" | "moment" | undefined;
}

/** The form to report a mistake, which needs no script. */
export function ReportForm({ item, words, moment, error, field }: ReportFormProps) {
  const { record, reader, languages, language, quote } = item;
  const { strings } = reader;
  const described = (name: "words" | "moment") =>
    field === name ? { "aria-invalid": true, "aria-describedby": "report-error" } : {};
  return (
    <div class="column report">
      <header class="page-header">
        <h1>{strings.reportMistake}</h1>
        <p class="lead">
          <ReportedWork item={item} />
        </p>
      </header>
      {error !== undefined && (
        <p class="warning" role="alert" id="report-error">
          {error}
        </p>
      )}
      {quote !== "" && item.moment !== undefined && (
        <>
          <p>{strings.reportMoment(formatMoment(item.moment.start))}</p>
          <blockquote {...langAttributes(language, reader)}>{quote}</blockquote>
        </>
      )}
      <form method="post" action={reportPath(reader.language, record.slug)}>
        <label for="report-words">{strings.report.question}</label>
        <textarea
          id="report-words"
          name="words"
          rows={5}
          maxlength={maxReportWords}
          required
          dir="auto"
          autocomplete="off"
          {...described("words")}
        >
          {words}
        </textarea>
        {record.kind === "Episode" && (
          <>
            <label for="report-moment">{strings.report.moment}</label>
            <input
              id="report-moment"
              name="moment"
              value={moment}
              maxlength={20}
              placeholder="1:05"
              dir="ltr"
              autocomplete="off"
              {...described("moment")}
            />
            <input type="hidden" name="t" value={exactMoment(item.moment)} />
          </>
        )}
        {languages.length > 1 ? (
          <>
            <label for="report-text">{strings.report.text}</label>
            <select id="report-text" name="text">
              {languages.map((tag) => (
                <option value={tag} selected={tag === language}>
                  {nameOfLanguageIn(tag, reader.language)}
                </option>
              ))}
            </select>
          </>
        ) : (
          <input type="hidden" name="text" value={language} />
        )}
        <p class="report-help">{strings.report.help}</p>
        <button type="submit" class="button">
          {strings.report.send}
        </button>
      </form>
    </div>
  );
}

/** The moment with its tenth of a second and its end, which the field doesn't show. */
function exactMoment(moment: Moment | undefined): string {
  if (moment === undefined) return "";
  const { start, end } = moment;
  return [start, ...(end === undefined ? [] : [end])].map(momentParameter).join(",");
}

/** Thanks for a report, and leads back to where the reader came from. */
export function ReportSent({ item }: { item: ReportedItem }) {
  const { strings } = item.reader;
  return (
    <div class="column report">
      <header class="page-header">
        <h1>{strings.report.sent}</h1>
        <p>{strings.report.sentHelp}</p>
      </header>
      <p>
        {strings.report.back} <ReportedWork item={item} />
      </p>
    </div>
  );
}

/** A link to the work's page at the reported moment. */
function ReportedWork({ item: { record, reader, moment } }: { item: ReportedItem }) {
  const t = moment && momentParameter(moment.start);
  return <WorkLink item={record} reader={reader} query={queryString({ t })} />;
}
