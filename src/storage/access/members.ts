import { asc, eq } from "drizzle-orm";
import type { Role } from "../../records/schema/roles.ts";
import type { Database } from "../database.ts";
import { members } from "../tables.ts";

/** A person who may use the console by Cloudflare Access. */
export interface Member {
  /** In lower case. */
  readonly email: string;
  /** As the audit trail names the person. */
  readonly name: string;
  readonly role: Role;
  /** A translator's languages; empty for all. */
  readonly languages: readonly string[];
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly createdBy: string;
}

/** Finds the member with an e-mail address, in any case; undefined if there is none. */
export async function findMember(database: Database, email: string): Promise<Member | undefined> {
  const row = await database
    .select()
    .from(members)
    .where(eq(members.email, email.toLowerCase()))
    .get();
  return row && toMember(row);
}

/** Lists all members by their e-mail addresses. */
export async function listMembers(database: Database): Promise<Member[]> {
  const rows = await database.select().from(members).orderBy(asc(members.email));
  return rows.map(toMember);
}

/** Stores a member, in place of one with the same e-mail address. */
export async function storeMember(database: Database, member: Member): Promise<void> {
  const row = {
    ...member,
    email: member.email.toLowerCase(),
    languages: member.languages.join(" "),
  };
  const { email: _, ...changes } = row;
  await database
    .insert(members)
    .values(row)
    .onConflictDoUpdate({ target: members.email, set: changes });
}

/** Removes a member, who can't use the console from now on. */
export async function removeMember(database: Database, email: string): Promise<void> {
  await database.delete(members).where(eq(members.email, email.toLowerCase()));
}

function toMember({ languages, ...row }: typeof members.$inferSelect): Member {
  return { ...row, languages: languages.split(" ").filter((tag) => tag !== "") };
}
