/** What people write for a field that is called otherwise here. */
export const otherNames: Readonly<Record<string, string>> = {
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

/** What people write for a value that is written otherwise here, by field: the advice to give. */
const otherValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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
    withdrawn: "no manifest withdraws a work, `videoteca withdraw` does",
    scheduled: "write published, and a `datePublished` that is still to come",
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

/** The advice for a value that people often write in a field; undefined where none is known. */
export function adviceFor(field: string, found: unknown, choices: readonly string[]) {
  const advice = otherValues[field]?.[String(found).toLowerCase()];
  // `kind` is that of a work or of a track: what isn't to choose from isn't advised.
  const [, meant] = /^write (\w+)$/.exec(advice ?? "") ?? [];
  return meant === undefined || choices.includes(meant) ? advice : undefined;
}
