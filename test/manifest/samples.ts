/** A manifest in which nothing is wrong. */
export const episode = `kind: Episode
slug: first
series: a-series
inLanguage: en
status: published
datePublished: 2026-11-01
episode: 1
name: { en: First, es: Primera }
description: { en: A film. }
video: [{ file: film.webm }]
captions:
  - { inLanguage: en, kind: captions, file: en.vtt }
  - { inLanguage: es, kind: subtitles, file: es.srt, origin: machine, translator: T }
chapters: [{ start: "0:00", name: { en: Start } }]
license: CC-BY-4.0
audioDescription: { mode: integrated }
`;

/** Another in which every file a work can have is named. */
export const fullEpisode = `kind: Episode
slug: full
inLanguage: en
status: draft
name: { en: Full }
video: [{ file: film.webm }, { file: film.mp4 }]
audioOnly: { file: film.m4a }
poster: { file: poster.webp, alt: { en: A door } }
captions: [{ inLanguage: en, kind: captions, file: en.vtt }]
audioDescription: { mode: track, file: descriptions.vtt }
chapters: [{ start: "0:00", name: { en: A } }, { start: "1:05", name: { en: B } }, { start: 70, name: { en: C } }]
attachments: [{ file: Guide.PDF, inLanguage: en, name: { en: Guide } }]
credits: [{ name: Someone, role: participant, public: false }]
`;

export const document = `kind: Document
slug: memo
inLanguage: en
status: published
name: { en: Memo }
texts:
  - { inLanguage: en, file: en.md }
  - { inLanguage: es, file: es.pdf, translator: T }
`;

export const series = `kind: Series
slug: a-series
inLanguage: en
status: published
name: { en: A series }
`;

export const library = `kind: Library
inLanguage: en
name: { en: Library }
publisher: { name: { en: Publisher } }
`;
