/** Common other names of fields, with the name that the field has here. */
export const fieldSynonyms: Readonly<Record<string, string>> = {
  subtitles: "captions",
  tracks: "captions",
  title: "name",
  summary: "description",
  date: "datePublished",
  published: "datePublished",
  language: "inLanguage",
  lang: "inLanguage",
  image: "poster",
  thumbnail: "poster",
  film: "video",
  audio: "audioOnly",
  tags: "keywords",
  src: "file",
  time: "start",
  licence: "license",
  rights: "license",
  type: "kind",
  id: "slug",
  number: "episode",
  authors: "credits",
  icon: "logo",
  colour: "accentColor",
  email: "contact",
  links: "footer",
  languages: "interfaceLanguages",
};

/** Common other values, by field, each with the advice to give. */
const valueSynonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    film: "write Episode",
    movie: "write Episode",
    video: "write Episode",
    audio: "write Episode",
    podcast: "write Episode",
    memo: "write Document",
    article: "write Document",
    pdf: "write Document",
    page: "write Document",
    show: "write Series",
    playlist: "write Series",
    translation: "write subtitles",
    subs: "write subtitles",
    cc: "write captions",
  },
  status: {
    withdrawn: "a manifest can't withdraw a work: use `videoteca withdraw`",
    scheduled: "write published, and a `datePublished` in the future",
    public: "write published",
    live: "write published",
    private: "write draft",
    hidden: "write draft",
    unlisted: "write draft, and give its link with `videoteca preview`",
  },
  origin: {
    auto: "write machine",
    automatic: "write machine",
    ai: "write machine",
    asr: "write machine",
    person: "write human",
    manual: "write human",
  },
};

/** The advice for a common other value of a field; undefined if none is known. */
export function suggestForSynonym(field: string, found: unknown, choices: readonly string[]) {
  const advice = valueSynonyms[field]?.[String(found).toLowerCase()];
  // `kind` is a field of works and of tracks: only valid choices are suggested.
  const [, meant] = /^write (\w+)$/.exec(advice ?? "") ?? [];
  return meant === undefined || choices.includes(meant) ? advice : undefined;
}
