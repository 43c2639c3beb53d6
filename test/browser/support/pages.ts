import { film } from "./visit.ts";

/** The pages of the site that tests look at, one of each kind. */
export const pages = {
  home: (language: string) => `/${language}/`,
  library: (language: string) => `/${language}/library`,
  series: (language: string) => `/${language}/series/how-did-we-get-here`,
  watch: (language: string) => `/${language}/watch/${film}`,
  "watch, two languages": (language: string) =>
    `/${language}/watch/${film}?beside=${language === "es" ? "vi" : "es"}`,
  read: (language: string) => `/${language}/read/dhs-deportation-priorities-memo-explainer`,
  "read, two texts": (language: string) =>
    `/${language}/read/dhs-deportation-priorities-memo-explainer?beside=es`,
  search: (language: string) => `/${language}/search?q=immigration`,
  about: (language: string) => `/${language}/about/accessibility`,
  "about, with code": (language: string) => `/${language}/about/embed`,
  api: () => "/api",
  missing: (language: string) => `/${language}/watch/there-is-no-such-film`,
};
