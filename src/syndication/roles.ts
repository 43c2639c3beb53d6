/** The roles, as manifests name them, whose people are a citation's authors. */
const authorRoles: ReadonlySet<string> = new Set(["author", "writer", "director", "filmmaker"]);

/** Of these, the roles of those who made the film and not its text. */
const directorRoles: ReadonlySet<string> = new Set(["director", "filmmaker"]);

const normalize = (role: string) => role.trim().toLowerCase();

/** Whether someone with this role is an author of the work, for citations. */
export const isAuthorRole = (role: string) => authorRoles.has(normalize(role));

/** Whether someone with this role directed the work. */
export const isDirectorRole = (role: string) => directorRoles.has(normalize(role));
