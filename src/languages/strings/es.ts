import { plural } from "../plural.ts";
import type { Strings } from "./en.ts";

/** The interface in Spanish. */
export const es: Strings = {
  skipToContent: "Saltar al contenido",
  library: "Biblioteca",
  language: "Idioma",
  contact: "Contacto",
  publishedBy: (publisher) => `Publicado por ${publisher}`,
  privacy: "Sin cookies ni rastreo. Nadie se entera de que estuvo aquí.",

  newestEpisode: "Episodio más reciente",
  series: "Serie",
  episodes: "Episodios",
  documents: "Documentos",
  film: "Película",
  document: "Documento",
  episodeNumber: (number) => `Episodio ${number}`,
  seasonNumber: (number) => `Temporada ${number}`,
  episodeCount: (count) => plural("es", count, { one: "# episodio", other: "# episodios" }),
  wholeLibrary: "Ver toda la biblioteca",
  more: "Más",
  nothingHere: "Todavía no hay nada publicado aquí.",

  availableIn: "Idiomas",
  onlyIn: (language) => `En ${language}`,
  contentWarning: "Antes de ver",
  machineMade: "Hecho por una máquina: puede contener errores",

  watch: "Ver",
  transcript: "Transcripción",
  chapters: "Capítulos",
  playFrom: (moment) => `Reproducir desde ${moment}`,
  noTranscript: "Todavía no hay transcripción.",
  takeWithYou: "Para llevar",
  transcriptAs: {
    txt: "Transcripción, texto simple",
    html: "Transcripción, página para imprimir",
    vtt: "Subtítulos, WebVTT",
    srt: "Subtítulos, SRT",
  },
  soundOnly: "Solo sonido",
  wholeFilm: "Película",
  audioDescription: "Audiodescripción",
  audioDescriptionModes: {
    integrated: "La narración dice lo que importa de la imagen.",
    track: "Descrita en una pista de texto propia.",
    file: "Hay una segunda pista de sonido con descripciones.",
    none: "Todavía no hay.",
  },
  goesWithIt: "Materiales que la acompañan",
  nextEpisode: "Episodio siguiente",
  related: "Relacionado",
  credits: "Créditos",
  licence: "Licencia",
  cannotPlay: "Este navegador no puede reproducir la película. Puede descargarla:",
  watchHere: "Abrir la página de la película",
  source: "Fuente",
  quoted: (words) => `«${words}»`,

  read: "Leer",
  originalIn: (language) => `Este texto está en ${language}.`,
  openPdf: "Abrir el PDF",

  notFound: "Esta página no está aquí",
  notFoundHelp:
    "Puede que la dirección tenga un error o que la obra haya cambiado de lugar. Todo lo que publicamos está en la biblioteca.",
  withdrawn: "Esta obra fue retirada",
  withdrawnHelp: "Ya no está disponible.",
  wrongMethod: "Esta dirección solo sirve para leer",
  serverError: "Algo falló de nuestro lado",
  serverErrorHelp: "Inténtelo de nuevo en un momento.",
};
