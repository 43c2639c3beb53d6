import { plural } from "../../i18n/plural.ts";
import type { ConsoleSentences } from "./sentences-en.ts";

export const sentencesEs: ConsoleSentences = {
  signedInAs: (name, role) => `${name} (${role})`,
  appearsOn: (date) => `Aparece el ${date}`,
  lastChange: (action, actor) => `${action}, por ${actor}`,
  revision: (number) => `Revisión ${number}`,
  validUntil: (time) => `Válido hasta ${time}.`,
  compareWith: (number) => `Qué cambió desde la revisión ${number}`,
  goBackTo: (number) => `Volver a la revisión ${number}`,
  goBackHelp: (number) =>
    `La revisión ${number} será la actual, de inmediato y para todo el público. Ninguna revisión se pierde: puede volver a la de hoy de la misma manera. Esto es lo que cambia:`,
  withdrawTitle: (title) => `Retirar «${title}»`,
  stopsCaptions: (count) =>
    plural("es", count, {
      one: "# archivo de subtítulos y su transcripción",
      other: "# archivos de subtítulos y sus transcripciones",
    }),
  stopsFiles: (count) =>
    plural("es", count, {
      one: "# archivo, de todas las revisiones, se elimina, salvo que lo use otra obra pública",
      other:
        "# archivos, de todas las revisiones, se eliminan, salvo que los use otra obra pública",
    }),
  noticeIn: (language) => `Aviso en ${language}`,
  restoreTitle: (title) => `Restaurar «${title}»`,
  textsOf: (title) => `Nombres y descripciones: ${title}`,
  partIn: (part, language) => `${part} en ${language}`,
  savedBy: (name) => `Guardado por ${name}`,
  moreLines: (count) =>
    plural("es", count, {
      one: "Hay # línea distinta más.",
      other: "Hay # líneas distintas más.",
    }),
  findingAt: (severity, line) => `${severity}, línea ${line}:`,
  translatorHelp: (name) =>
    `El borrador lo guardó ${name}. Déjelo vacío para no nombrar a nadie; pregunte antes de nombrar a alguien.`,
  editAsText: (what) => `Editar como texto: ${what}`,
  captionsOf: (title, language, kind) => `${title}: ${kind}, ${language}`,
  reportedOn: (date) => `Recibido el ${date}`,
  captionsAtMoment: (moment) => `Abrir los subtítulos en ${moment}`,
  reportDoneBy: (name) => `Resuelto: ${name}`,
  reportDeletedBy: (name) => `Borrado: ${name}`,
  signedIn: (time) => `Inicio: ${time}`,
};
