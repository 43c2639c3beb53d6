import type { TranscriptFormat } from "../format.ts";
import { transcriptBody, transcriptPage } from "../html.ts";
import { escapeMarkup } from "../markup.ts";
import { defaultEvery, withGaps } from "./gaps.ts";
import { lessonLabels } from "./labels.ts";

/** A page to print: the transcript with gaps, and the answers on a sheet of their own at the end. */
export const gapHtmlFormat: TranscriptFormat = {
  extension: "gap.html",
  contentType: "text/html; charset=utf-8",
  render(original) {
    const labels = lessonLabels(original);
    const { source, answers } = withGaps(
      original,
      original.options.gaps ?? { every: defaultEvery, words: [] },
    );
    const items = answers.map((answer) => `<li>${escapeMarkup(answer)}</li>`);
    const sheet = `<section class="sheet">\n<h2>${escapeMarkup(labels.answers)}</h2>\n<ol class="answers">\n${items.join("\n")}\n</ol>\n</section>`;
    return transcriptPage(source, `${transcriptBody(source)}\n${sheet}`, labels.gapExercise);
  },
};
