import { defaultPreviewHours } from "../../../api/contract/changes.ts";
import { originOf } from "../../../delivery/http/environment.ts";
import { createPreview } from "../../../publishing/preview.ts";
import { pagePath } from "../../../records/addresses.ts";
import { respondWithColumn } from "../column.tsx";
import { formatTime } from "../time.tsx";
import { loadWork } from "./load.ts";
import { titleOf } from "./parts.tsx";
import { workPage } from "./refusal.tsx";

/** `POST /staff/works/{slug}/preview`: makes a link that shows a draft for a day; it is shown once. */
export const postPreviewForm = workPage(async (context) => {
  const { database, view, history } = await loadWork(context);
  const { strings, reader } = view;
  const { record, secret, expiresAt } = await createPreview(database, {
    slug: history.slug,
    hours: defaultPreviewHours,
    now: new Date(),
  });
  const link = `${originOf(context)}${pagePath(reader.language, record)}?preview=${secret}`;
  return respondWithColumn(context, view, {
    title: titleOf(record, view),
    content: (
      <>
        <p role="status">{strings.previewReady}</p>
        <p class="preview-link">
          <a href={link}>{link}</a>
        </p>
        <p>{strings.validUntil(formatTime(expiresAt, reader.language))}</p>
        <p>
          <a href={`/staff/works/${history.slug}`}>{strings.backToWork}</a>
        </p>
      </>
    ),
  });
});
