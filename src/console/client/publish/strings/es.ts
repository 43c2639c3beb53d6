import type { PublishStrings } from "./en.ts";

/** The page that publishes, in Spanish. */
export const es: PublishStrings = {
  dropHere: "Suelte aquí una carpeta",
  dropHelp:
    "La carpeta de una obra con su manifiesto (episode.yaml, document.yaml…), una serie entera, o una película sin manifiesto: un formulario pide entonces lo demás. No se envía nada antes de que haya visto qué cambiaría.",
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
  tryAgain: "Intentar otra vez",
  problem: "Algo no funcionó",
  another: "Publicar otra cosa",
};
