import type { ConsoleTexts } from "./en.ts";

/** The console in Spanish. */
export const es: ConsoleTexts = {
  console: "Consola del equipo",
  skipToContent: "Saltar al contenido",
  language: "Idioma",
  publicSite: "Sitio público",
  works: "Obras",
  publishFiles: "Publicar",
  publishNeedsScript:
    "Esta página necesita JavaScript. Sin él, publique con la línea de comandos: videoteca apply.",
  account: "Cuenta",
  sessions: "Sesiones",
  members: "Miembros",
  roles: { translator: "traducción", publisher: "publicación", admin: "administración" },

  signIn: "Iniciar sesión",
  signInHelp:
    "Con la clave del equipo que una persona administradora de la biblioteca creó para usted. La sesión dura diez horas en este navegador.",
  staffToken: "Clave del equipo",
  wrongToken: "Esta clave no es válida. Puede ser incorrecta, haber vencido o estar revocada.",
  tooManyTries: "Demasiados intentos. Espere un minuto y vuelva a intentarlo.",
  openedFromElsewhere: "Si ya inició sesión y llegó aquí por un enlace de otro sitio,",
  openedFromElsewhereLink: "continúe a esta página",
  signOut: "Cerrar sesión",
  sessionEnded:
    "La sesión terminó y no se hizo nada. Inicie sesión abajo, en una pestaña nueva; después vuelva a esta y envíe el formulario otra vez. Lo que escribió sigue en él.",
  earlierSession:
    "Todavía no se hizo nada: el formulario era de una sesión anterior. Lo que escribió sigue en él.",
  sendAgain: "Enviar el formulario otra vez",

  noWorks: "Ninguna obra corresponde a estos filtros.",
  nothingYet: "Todavía no se ha publicado nada. Publique la primera obra con la línea de comandos.",
  filters: "Filtros",
  find: "Título o identificador",
  status: "Estado",
  anyStatus: "Cualquier estado",
  statuses: {
    draft: "Borrador",
    scheduled: "Programada",
    published: "Publicada",
    withdrawn: "Retirada",
  },
  texts: "Subtítulos y textos",
  anyTexts: "Todas las obras",
  needs: { missing: "Falta algo", machine: "Hecho por máquina", stale: "Desactualizado" },
  inLanguage: "En el idioma",
  anyLanguage: "Cualquier idioma",
  show: "Mostrar",
  more: "Más obras",
  kinds: { Library: "Configuración", Series: "Serie", Episode: "Película", Document: "Documento" },
  changes: {
    apply: "Publicación",
    rollback: "Vuelta a una revisión anterior",
    withdraw: "Retirada",
    restore: "Restauración",
    delete: "Eliminación",
  },
  textStates: {
    missing: "falta",
    machine: "hecho por máquina",
    stale: "desactualizado",
    human: "completo",
    none: "sin voz",
  },
  parts: { title: "Título", description: "Descripción", text: "Subtítulos o texto" },

  publicPage: "Página pública",
  current: "actual",
  history: "Historial",
  languages: "Idiomas",
  preview: "Crear un enlace de vista previa",
  previewHelp: "Muestra esta obra a quien tenga el enlace, durante un día.",
  previewReady: "El enlace de vista previa. Solo se muestra ahora:",
  done: {
    rollback: "Listo: la revisión elegida es ahora la actual.",
    withdraw: "Retirada. Sus páginas muestran el aviso y sus archivos se eliminaron.",
    restore: "Restaurada: la obra está como antes de retirarse.",
    texts: "Publicado.",
    "draft-deleted": "El borrador se ha eliminado.",
  },
  refused: "No se cambió nada.",
  backToWork: "Volver a la obra",
  changedMeanwhile: "Lo que se cambió mientras tanto",
  tryAgain: "Ver la obra como está ahora",

  difference: "Diferencias",
  compare: "Comparar",
  compareAny: "Comparar dos revisiones cualesquiera",
  olderRevision: "De la revisión",
  newerRevision: "A la revisión",
  noDifference: "No hay diferencias.",
  goBack: "Volver a esta revisión",

  withdraw: "Retirar",
  withdrawNow: "Retirar ahora",
  willStop: "Esto deja de funcionar de inmediato, para todo el mundo:",
  stops: {
    page: "su página en todos los idiomas, que mostrará el aviso",
    embed: "su inserción en otros sitios",
  },
  willStopHelp:
    "Para restaurar la obra habrá que enviar otra vez estos archivos. Las copias que la gente guardó no se borran.",
  notice: "Aviso para el público",
  noticeHelp: "Opcional. Una o dos frases sobre por qué la obra no está aquí; no nombre a nadie.",
  neverPublic:
    "Esta obra nunca fue pública, así que no hay nada que retirar: un aviso revelaría que existe. Elimine el borrador con la línea de comandos: videoteca delete",
  restore: "Restaurar",
  restoreHelp:
    "La obra vuelve a ser pública como antes de retirarse. Sus archivos se eliminaron: si falta alguno, no se cambia nada, y desde ese momento se puede enviar otra vez con la línea de comandos.",
  restoreNow: "Restaurar ahora",
  notAllowed: "Su función no lo permite. Pídaselo a alguien que publique.",

  editTexts: "Editar nombres y descripciones",
  editAll: "Editar todo en un formulario",
  textFields: {
    name: "Título",
    description: "Descripción",
    contentWarning: "Advertencia sobre el contenido",
    posterAlt: "Qué muestra la imagen de portada, para quien no puede verla",
  },
  bracketsHelp:
    "Deje vacío un idioma que no tenga texto. Un título que no dio la organización que publica va [entre corchetes].",
  showPlan: "Mostrar qué cambiaría",
  plan: "Plan",
  planHelp: "Esto es lo que verá el público de inmediato. Todavía no se publicó nada.",
  publish: "Publicar esto",
  mistakes: "Así no se puede publicar:",
  refusedTexts:
    "No se publicó nada. Lo que escribió está en el formulario: revíselo y muestre el plan otra vez.",

  reports: "Avisos de errores",
  report: {
    help: "Errores que el público señaló con el formulario de las páginas públicas. No se guarda nada sobre quien los escribió. Los avisos resueltos se borran después de 30 días.",
    isOff:
      "El público no puede enviar avisos aquí. Para permitirlo, escriba «reportMistakes: inbox» en la configuración de la biblioteca (library.yaml) y publíquela.",
    states: { open: "Pendiente", done: "Resuelto o borrado" },
    none: "Ningún aviso corresponde a estos filtros.",
    more: "Avisos anteriores",
    captions: "Abrir los subtítulos",
    textSaid: "El texto decía:",
    reader: "El aviso dice:",
    markDone: "Marcar como resuelto",
    reopen: "Volver a abrir",
    delete: "Borrar",
    deleteHelp: "Lo que dice se borra para siempre.",
    outcomes: {
      done: "El aviso está marcado como resuelto.",
      open: "El aviso está pendiente de nuevo.",
      delete: "El aviso está borrado.",
    },
  },

  drafts: "Borradores",
  draftsHelp:
    "Subtítulos y textos en los que alguien trabaja. El público no ve ninguno. Quien publica lee los que están listos, y los publica o los devuelve.",
  noDrafts: "No hay borradores.",
  draftParts: {
    captions: "Subtítulos originales",
    subtitles: "Subtítulos",
    descriptions: "Audiodescripción",
    text: "Texto",
  },
  draftStates: { working: "En curso", ready: "Listo" },
  draftDone: {
    saved: "Guardado como borrador. No se ha publicado nada.",
    returned: "Devuelto: el borrador vuelve a estar en curso.",
  },
  publishedSince:
    "Lo publicado ha cambiado desde que se empezó este borrador. Las diferencias de abajo muestran lo que el borrador desharía.",
  draftDifference: "Qué cambia el borrador",
  added: "Añadido: ",
  removed: "Quitado: ",
  findings: "Por revisar",
  severities: { error: "Error", warning: "Advertencia", note: "Nota" },
  draftText: "El texto",
  markdownHelp: "Markdown: # para los títulos, una línea en blanco entre párrafos.",
  webVttHelp:
    "WebVTT: encima de cada subtítulo sus tiempos, como 00:00:01.500 --> 00:00:04.000, y debajo una línea en blanco.",
  notYourLanguage: "Puede leer este borrador. Solo puede escribir borradores en sus idiomas.",
  saveDraft: "Guardar como borrador",
  saveAsReady: "Guardar y pedir que alguien lo lea y publique",
  deleteDraft: "Eliminar este borrador",
  returnDraft: "Devolver",
  draftMoved:
    "No se ha publicado nada: entretanto, alguien guardó o eliminó el borrador. Así está ahora.",
  hasErrors: "No se ha publicado nada: el borrador tiene errores, que están abajo.",
  yoursAndTheirs:
    "Lo que escribió está en el formulario. Esto es lo que cambiaría si lo guarda otra vez:",
  translator: "Quien traduce, como lo ve el público",
  backToDraft: "Volver al borrador",
  newTranslation: "Traducción nueva (idioma)",
  begin: "Empezar",

  trackKinds: {
    captions: "subtítulos para personas sordas",
    subtitles: "subtítulos",
    descriptions: "descripciones",
  },
  editCaptions: "Editar los subtítulos",
  addCaptions: "Escribir subtítulos",
  addCaptionsIn: "Subtítulos en otro idioma",
  addCaptionsHelp: "Su etiqueta, como fr o ht.",
  open: "Abrir",
  editorNeedsScript:
    "El editor de subtítulos necesita JavaScript. Sin él, traiga los subtítulos con la línea de comandos, videoteca pull, cámbielos en cualquier editor y publíquelos con videoteca apply.",

  sessionsHelp:
    "Navegadores con una sesión iniciada con una clave del equipo. Termine la que no reconozca.",
  thisBrowser: "este navegador",
  endSession: "Terminar esta sesión",

  membersHelp:
    "Personas que entran por Cloudflare Access y lo que pueden hacer. Quienes tienen una clave del equipo no están en esta lista.",
  accessIsOff: "Cloudflare Access no está configurado para esta biblioteca: vea docs/console.md.",
  email: "Correo electrónico",
  name: "Nombre",
  role: "Función",
  memberLanguages: "Idiomas de quien traduce",
  memberLanguagesHelp: "Etiquetas de idioma, como es vi; vacío para todos.",
  saveMember: "Guardar",
  removeMember: "Quitar",
  noMembers: "Todavía no hay miembros.",
  invalidMember: "No se puede guardar:",
};
