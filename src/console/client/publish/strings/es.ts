import { leftOutReasons } from "../../../../inspection/names/left-out.ts";
import type { PublishStrings } from "./en.ts";

/** The page that publishes, in Spanish. */
export const es: PublishStrings = {
  dropHere: "Suelte aquí una carpeta",
  dropHelp:
    "La carpeta de una obra con su manifiesto (episode.yaml, document.yaml…), una serie entera, o una película sin manifiesto, con sus subtítulos y su descripción: un formulario pide entonces lo demás. También se pueden pegar archivos. No se envía nada antes de que haya visto qué cambiaría.",
  chooseFolder: "Elegir una carpeta",
  chooseFiles: "Elegir archivos",
  reading: "Leyendo los archivos…",
  readingHelp: "Una película grande tarda un poco: se lee entera. Todavía no se envía nada.",
  noFiles: "No había archivos.",
  mistakes: "Lo que se encontró",
  mistakesHelp:
    "La misma lista que la de `videoteca check`. Corrija los archivos y elija la carpeta otra vez.",
  again: "Elegir otra vez",
  planning: "Preguntando a la biblioteca qué cambiaría…",
  plan: "Qué cambiaría al publicar",
  publish: "Publicar",
  overwrite: "Publicar de todos modos y deshacer estos cambios posteriores",
  undoes:
    "Alguien ha cambiado esto desde la última vez que su carpeta estuvo al día con la biblioteca.",
  nothing: "Todo está como en la biblioteca: no hay nada que publicar.",
  sending: "Enviando",
  progress: (sent, total) => `${sent} de ${total}`,
  rate: (rate) => `${rate} por segundo`,
  pause: "Pausar",
  resume: "Continuar",
  interruptions: {
    paused: "En pausa. Lo que ha llegado se conserva.",
    offline:
      "Se perdió la conexión. Continúa por sí solo cuando vuelva a estar en línea, o ahora mismo:",
    "signed-out":
      "Su sesión ha terminado. Inicie sesión otra vez en otra pestaña; después esta página continúa por sí sola.",
  },
  signIn: "Iniciar sesión otra vez",
  keepOpen: "Deje abierta esta página hasta que todo haya llegado.",
  published: "Publicado",
  failed: "No se publicó todo",
  result: "Resultado",
  openPage: "Abrir la página",
  notPublic: "todavía no es pública",
  toWork: "En la consola",
  memory:
    "Ponga este archivo en la carpeta. Así, la próxima publicación desde ella sabe qué revisión tenía y no puede deshacer sin aviso un cambio de otra persona:",
  planAgain: "Ver qué cambiaría ahora",
  tryAgain: "Intentar otra vez",
  problem: "Algo no funcionó",
  another: "Publicar otra cosa",
  // El formulario
  keptForm: (title) => `Lo que había escrito en el formulario sigue aquí: ${title}`,
  goOn: "Seguir con él",
  discard: "Descartarlo",
  chooseMissing: "Elija otra vez estos archivos. Lo que ya llegó de ellos no se envía de nuevo.",
  startForm: "Empezar de cero",
  startEpisode: "Una película o una grabación de sonido",
  startDocument: "Un documento",
  kinds: { Episode: "Una película o una grabación de sonido", Document: "Un documento" },
  formHelp:
    "De aquí sale el mismo manifiesto que escribe quien usa la terminal. No se envía nada antes de que haya visto qué cambiaría.",
  formMistakes: "Algunos campos necesitan otra mirada. Cada error está junto a su campo.",
  backToForm: "Volver al formulario",
  notSaid: "—",
  commas: "uno, otro",
  translatedTopic: "Palabra clave en varios idiomas",
  removeEntry: (entry) => `Quitar ${entry}`,
  addEntry: (list) => `Añadir: ${list}`,
  dropMore: "En esta página se pueden soltar o pegar más archivos: se añaden.",
  filesAdded: (names) => `Añadido: ${names}`,
  nothingAdded: "No se añadió nada: el formulario ya tiene estos archivos o no puede usarlos.",
  leftOut: "Estos archivos no están en el formulario:",
  renamed: (name, now) =>
    `Otro archivo también se llama ${name}. Se conservan los dos: este se llama aquí ${now}.`,
  downloadHelp:
    "Descargue su carpeta, con la película, para cambiarla más tarde aquí o con la línea de órdenes, o para guardarla:",
  otherFile: "O añada otro archivo:",
  chapterHere: "Capítulo aquí",
  chapterAdded: (time) => `Un capítulo empieza en ${time}. Escriba su título abajo.`,
  posterHere: "Usar esta imagen como portada",
  pictureTaken: "La imagen es ahora la portada. Diga abajo qué muestra.",
  noPicture: "Esta película no muestra ninguna imagen aquí.",
  addLanguage: "Otro idioma (su etiqueta, como fr o es-MX)",
  add: "Añadir",
  moreFields: "Más campos",
  check: "Comprobar y ver qué cambiaría",
  download: "Descargar el manifiesto y sus archivos",
  downloading: "Reuniendo los archivos…",
  downloaded: "Están en un archivo ZIP.",
  downloadLacks: (names) =>
    `Están en un archivo ZIP, sin estos archivos, que hay que elegir otra vez arriba: ${names}`,
  choices: {
    true: "sí",
    false: "no",
    draft: "borrador: solo lo ve el equipo",
    published: "publicado: lo ve todo el mundo",
    captions: "subtítulos en el idioma del original (captions)",
    subtitles: "traducción (subtitles)",
    descriptions: "descripciones",
    human: "una persona",
    machine: "una máquina",
  },
  fields: {
    name: "Título",
    description: "Descripción",
    inLanguage: "Idioma",
    slug: "Nombre en las direcciones (slug)",
    status: "Estado",
    datePublished: "Día de publicación",
    texts: "Textos",
    video: "Archivos de la película",
    audioOnly: "Solo el sonido",
    captions: "Subtítulos",
    poster: "Imagen de portada",
    alt: "Qué muestra la imagen",
    chapters: "Capítulos",
    start: "Empieza en",
    audioDescription: "Audiodescripción",
    mode: "Cómo",
    reason: "Motivo",
    contentWarning: "Advertencia sobre el contenido",
    credits: "Créditos",
    role: "Función",
    public: "¿Puede el público leer este nombre?",
    allowMentions: "¿Puede estar el nombre en otros textos?",
    license: "Licencia",
    copyrightHolder: "Titular de los derechos",
    keywords: "Palabras clave",
    related: "Obras relacionadas",
    series: "Serie",
    season: "Temporada",
    episode: "Número en la serie",
    attachments: "Archivos adjuntos",
    formerSlugs: "Slugs anteriores",
    file: "Archivo",
    kind: "Clase",
    origin: "Escrito por",
    translator: "Traducción",
    stale: "¿Ha cambiado el original desde entonces?",
    speakerLabels: "¿Son hablantes los nombres al inicio de los subtítulos?",
  },
  help: {
    "episode.yaml: a film or a sound recording.":
      "episode.yaml: una película o una grabación de sonido.",
    "A film or a sound recording.": "Una película o una grabación de sonido.",
    "The work's name in addresses: a–z, 0–9 and -. It is never reused; to change it, list the old one in formerSlugs.":
      "El nombre de la obra en las direcciones: a–z, 0–9 y -. No se usa otra vez; para cambiarlo, ponga el anterior en formerSlugs.",
    "The language of the original.": "El idioma del original.",
    "Only staff can see a draft; everyone can see a published work.":
      "Un borrador lo ve solo el personal; una obra publicada la ve todo el mundo.",
    "The day it is published. With a day in the future, it appears automatically on that day.":
      "El día en que se publica. Con un día futuro, aparece ese día por sí sola.",
    "The title in each language. One that the publisher didn't give is written [in brackets].":
      "El título en cada idioma. El que no dio quien publica se escribe [entre corchetes].",
    "A language as a BCP 47 tag: en, es, vi, es-MX.":
      "Un idioma como etiqueta BCP 47: en, es, vi, es-MX.",
    "A sentence or two in each language.": "Una o dos frases en cada idioma.",
    "The slugs that it had before it was renamed: their addresses lead to this one.":
      "Los slugs que tuvo antes de cambiar de nombre: sus direcciones llevan a esta.",
    "The slug of the series it is a part of.": "El slug de la serie a la que pertenece.",
    "The number of its season, if the series has seasons.":
      "El número de su temporada, si la serie tiene temporadas.",
    "Its number in the series, or in its season.": "Su número en la serie o en su temporada.",
    "The film's files; a browser plays the first one that it can.":
      "Los archivos de la película; el navegador reproduce el primero que puede.",
    "A film in the manifest's folder: .webm or .mp4.":
      "Una película en la carpeta del manifiesto: .webm o .mp4.",
    "Its sound without the picture, for slow or expensive connections.":
      "Su sonido sin la imagen, para conexiones lentas o caras.",
    "A sound file in the manifest's folder: .m4a, .mp3, .ogg or .opus.":
      "Un archivo de sonido en la carpeta del manifiesto: .m4a, .mp3, .ogg u .opus.",
    "The picture shown before it plays.": "La imagen que se ve antes de reproducirla.",
    "A picture in the manifest's folder: .webp, .jpg or .png.":
      "Una imagen en la carpeta del manifiesto: .webp, .jpg o .png.",
    "What the picture shows, for people who can't see it.":
      "Qué muestra la imagen, para quienes no pueden verla.",
    "Captions and subtitles, one file per language.": "Subtítulos, un archivo por idioma.",
    "The language of this track.": "El idioma de esta pista.",
    "captions: speech and sounds, in the film's language. subtitles: a translation. descriptions: what the picture shows.":
      "captions: lo que se dice y se oye, en el idioma de la película. subtitles: una traducción. descriptions: qué muestra la imagen.",
    "A caption file in the manifest's folder: .vtt, .srt, .sbv or .ttml.":
      "Un archivo de subtítulos en la carpeta del manifiesto: .vtt, .srt, .sbv o .ttml.",
    "Who wrote it. Viewers see a label on a machine's text.":
      "Quién lo escribió. El texto de una máquina lleva un aviso para quienes lo leen.",
    "Who translated it.": "Quién lo tradujo.",
    "Write true if the original has changed since: readers see a notice.":
      "Diga que sí si el original ha cambiado desde entonces: el público ve un aviso.",
    "Names to show in transcripts for the names in the caption file: { SPEAKER_00: Ana Morales }.":
      "Nombres que se muestran en las transcripciones en lugar de los del archivo: { SPEAKER_00: Ana Morales }.",
    "Whether names at the start of cues, such as ANA: or [SPEAKER_00]:, are speakers. If left out, they are if the whole file has them.":
      "Si los nombres al inicio de los subtítulos, como ANA: o [SPEAKER_00]:, son hablantes. Si no se dice, lo son cuando todo el archivo los tiene.",
    "How people who can't see the picture learn what it shows.":
      "Cómo saben qué muestra la imagen quienes no pueden verla.",
    "The film's own sound describes what the picture shows.":
      "El propio sonido de la película describe lo que se ve.",
    "A caption file whose cues describe the picture.":
      "Un archivo de subtítulos que describe la imagen.",
    "The caption file with the descriptions.": "El archivo de subtítulos con las descripciones.",
    "The language of the description, if it isn't the film's.":
      "El idioma de la descripción, si no es el de la película.",
    "A second version of the film or its sound, with descriptions.":
      "Otra versión de la película o de su sonido, con descripciones.",
    "The film or sound file that includes the descriptions.":
      "El archivo de película o de sonido que incluye las descripciones.",
    "There is no description.": "No hay descripción.",
    "Why there is none.": "Por qué no la hay.",
    "Its parts, in the order of their start times.": "Sus partes, en el orden en que empiezan.",
    'When it starts: "0:00", "1:05", "1:02:05", or seconds.':
      'Cuándo empieza: "0:00", "1:05", "1:02:05", o segundos.',
    "The chapter's title in each language.": "El título del capítulo en cada idioma.",
    "Files for download that belong to it.": "Archivos para descargar que la acompañan.",
    "A file in the manifest's folder, for download: .pdf, .docx, .md …":
      "Un archivo en la carpeta del manifiesto, para descargar: .pdf, .docx, .md …",
    "The language the file is written in.": "El idioma en que está escrito el archivo.",
    "What the file is called in each language.": "Cómo se llama el archivo en cada idioma.",
    "What others may do with it, as an SPDX identifier.":
      "Qué pueden hacer otras personas con ella, como identificador SPDX.",
    "Who holds the copyright.": "De quién son los derechos de autor.",
    "What viewers may want to know before it starts.": "Qué conviene saber antes de verla.",
    "What it is about, in words to search for: each a word, or a word in each language. Common topics in English are translated without that.":
      "De qué trata, en palabras que alguien buscaría: cada una una palabra, o una palabra en cada idioma. Los temas frecuentes en inglés se traducen sin eso.",
    "Who made it, and what each of them did.": "Quiénes la hicieron y qué hizo cada cual.",
    "A person's or an organization's name.": "El nombre de una persona o de una organización.",
    "What they did: creator, narrator, translator, participant …":
      "Qué hizo: creator (autoría), narrator (narración), translator (traducción), participant (participación) …",
    "Write false to show the name only to staff: nothing that is published contains it.":
      "Diga que no para que el nombre lo vea solo el personal: nada de lo que se publica lo contiene.",
    "Write true if a name that isn't public may be in titles, captions and other texts, because it is someone else's there.":
      "Diga que sí si un nombre que no es público puede estar en títulos, subtítulos y otros textos, porque allí es el de otra persona.",
    "The slugs of related works.": "Los slugs de las obras relacionadas.",
    "document.yaml: a memo, an explainer, a plan, a page.":
      "document.yaml: un memorando, una guía, un plan, una página.",
    "A memo, an explainer, a plan, a page.": "Un memorando, una guía, un plan, una página.",
    "The document's text, one file per language.": "El texto del documento, un archivo por idioma.",
    "The language of this text.": "El idioma de este texto.",
    "A file in the manifest's folder: .md or .pdf. Search reads a PDF if its language has no .md.":
      "Un archivo en la carpeta del manifiesto: .md o .pdf. La búsqueda lee un PDF si su idioma no tiene .md.",
    "The text in each language: { en: …, es: …, vi: … }.":
      "El texto en cada idioma: { en: …, es: …, vi: … }.",
  },
  leftOutReasons: {
    [leftOutReasons.film]:
      "los navegadores no reproducen películas de este tipo: conviértala con `videoteca prepare`, o guárdela como MP4 en el programa que la hizo",
    [leftOutReasons.sound]:
      "los navegadores no reproducen grabaciones de este tipo: conviértala con `videoteca prepare`, o guárdela como M4A o MP3 en el programa que la hizo",
    [leftOutReasons.captions]:
      "los subtítulos de este tipo no se pueden leer: guárdelos como WebVTT (.vtt) o SubRip (.srt)",
    [leftOutReasons.picture]:
      "las imágenes de este tipo no se pueden publicar: guárdela como WebP, JPEG o PNG",
    [leftOutReasons.document]:
      "los documentos de este tipo no se pueden publicar: guárdelo como PDF, Word (.docx) o Markdown (.md)",
    [leftOutReasons.archive]:
      "los archivos comprimidos no se pueden publicar: extraiga lo que contiene",
    [leftOutReasons.camera]: "es de una cámara o de un programa de edición",
    [leftOutReasons.otherFilm]:
      "es otra película: un manifiesto nombra los archivos de una sola, como `video`",
    [leftOutReasons.otherSound]:
      "un manifiesto nombra una sola grabación de sonido, como `audioOnly`",
    [leftOutReasons.otherPicture]: "un manifiesto nombra una sola imagen, como `poster`",
    [leftOutReasons.captionsOfNothing]: "solo las películas y el sonido tienen subtítulos",
    [leftOutReasons.attachment]: "solo las películas y el sonido tienen archivos adjuntos",
    [leftOutReasons.filmOfDocument]: "un documento no tiene película ni sonido",
    [leftOutReasons.unknown]: "los archivos de este tipo no se pueden publicar",
  },
};
