import { documentXml } from "../docx-document.ts";
import { type Links, pageBreak, paragraph, run } from "../docx-elements.ts";
import { packWordDocument, wordContentType } from "../docx-package.ts";
import type { TranscriptFormat } from "../format.ts";
import { defaultEvery, withGaps } from "./gaps.ts";
import { lessonLabels } from "./labels.ts";

/** A Word document: the transcript with gaps, and the answers on a sheet of their own at the end. */
export const gapDocxFormat: TranscriptFormat = {
  extension: "gap.docx",
  contentType: wordContentType,
  saved: true,
  render(original) {
    const labels = lessonLabels(original);
    const { source, answers } = withGaps(
      original,
      original.options.gaps ?? { every: defaultEvery, words: [] },
    );
    const named = { ...source, labels: { ...source.labels, transcript: labels.gapExercise } };
    const sheet = [
      pageBreak,
      paragraph(source, run(source, labels.answers), "Heading1"),
      ...answers.map((answer, index) =>
        paragraph(source, run(source, `${index + 1}. ${answer}`), "Subtitle"),
      ),
    ];
    const links: Links = new Map();
    return packWordDocument(documentXml(named, links, sheet.join("")), links, source);
  },
};
