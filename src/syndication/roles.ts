/**
 * The roles whose people are a citation's authors, as manifests name them in the languages of the interface.
 * These made the film and not its text.
 */
const directorRoles: ReadonlySet<string> = new Set([
  ...["director", "filmmaker", "co-director"],
  ...["directora", "codirector", "codirectora", "dirección", "cineasta"],
  ...["realizador", "realizadora", "realización"],
  ...["đạo diễn", "nhà làm phim"],
  ...["مخرج", "مخرجة", "إخراج"],
]);

/** These wrote it. */
const writerRoles: ReadonlySet<string> = new Set([
  ...["author", "writer", "co-author"],
  ...["autor", "autora", "autoría", "coautor", "coautora", "guion", "guionista"],
  ...["tác giả", "biên kịch"],
  ...["مؤلف", "مؤلفة", "تأليف", "كاتب", "كاتبة", "كتابة"],
]);

const normalize = (role: string) => role.normalize("NFC").trim().toLowerCase();

/** Whether someone with this role directed the work. */
export const isDirectorRole = (role: string) => directorRoles.has(normalize(role));

/** Whether someone with this role is an author of the work, for citations. */
export const isAuthorRole = (role: string) =>
  isDirectorRole(role) || writerRoles.has(normalize(role));
