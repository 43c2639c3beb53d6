import * as z from "zod";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { readForm } from "../../delivery/http/form.ts";
import { isLanguageTag } from "../../i18n/tag.ts";
import { role } from "../../records/schema/roles.ts";
import { listMembers, removeMember, storeMember } from "../../storage/access/members.ts";
import { openDatabase } from "../../storage/database.ts";
import { readLibrary } from "../../storage/lists/lists.ts";
import { respondWithColumn } from "./column.tsx";
import { consoleViewOf, FormToken } from "./layout.tsx";

/** The form of a member. */
const memberForm = z.object({
  email: z.email("write an e-mail address, such as ana@example.org").max(200).toLowerCase(),
  name: z
    .string()
    .trim()
    .min(1, "write the name by which the history calls the person")
    .max(80, "takes 80 characters at most")
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, "takes no control characters"),
  role,
  languages: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((tag) => tag !== ""))
    .refine(
      (tags) => tags.length <= 50 && tags.every((tag) => isLanguageTag(tag)),
      "takes language tags, such as es vi",
    ),
});

/** `GET /staff/members`: who may sign in by Cloudflare Access, and as what. */
export function membersPage(context: RequestContext): Promise<Response> {
  return showMembers(context, []);
}

async function showMembers(
  context: RequestContext,
  mistakes: readonly string[],
): Promise<Response> {
  const database = openDatabase(context.env.DB);
  const [library, members] = await Promise.all([readLibrary(database), listMembers(database)]);
  const view = await consoleViewOf(context, library?.record);
  const { strings } = view;
  const isOn =
    (context.env.ACCESS_ISSUER ?? "") !== "" && (context.env.ACCESS_AUDIENCE ?? "") !== "";
  return respondWithColumn(context, view, {
    title: strings.members,
    status: mistakes.length > 0 ? 422 : 200,
    content: (
      <>
        <p class="help">{strings.membersHelp}</p>
        {!isOn && <p class="warning">{strings.accessIsOff}</p>}
        {members.length === 0 && <p>{strings.noMembers}</p>}
        <ul class="rows">
          {members.map(({ email, name, role: memberRole, languages }) => (
            <li>
              <p>
                <strong>{name}</strong> <span class="label">{strings.roles[memberRole]}</span>
              </p>
              <p class="facts">
                <span>{email}</span>
                {languages.length > 0 && <span>{languages.join(", ")}</span>}
              </p>
              <form method="post" action="/staff/members/remove">
                <FormToken view={view} />
                <input type="hidden" name="email" value={email} />
                <button type="submit">
                  {strings.removeMember}
                  <span class="visually-hidden">: {name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
        {mistakes.length > 0 && (
          <div class="warning" role="alert">
            <p>{strings.invalidMember}</p>
            <ul lang="en">
              {mistakes.map((mistake) => (
                <li>{mistake}</li>
              ))}
            </ul>
          </div>
        )}
        <form method="post" action="/staff/members" class="fields narrow">
          <FormToken view={view} />
          <label for="email">{strings.email}</label>
          <input id="email" name="email" type="email" autocomplete="off" required />
          <label for="name">{strings.name}</label>
          <input id="name" name="name" autocomplete="off" maxlength={80} required />
          <label for="role">{strings.role}</label>
          <select id="role" name="role">
            {role.options.map((name) => (
              <option value={name}>{strings.roles[name]}</option>
            ))}
          </select>
          <label for="languages">{strings.memberLanguages}</label>
          <input id="languages" name="languages" aria-describedby="languages-help" />
          <p id="languages-help" class="help">
            {strings.memberLanguagesHelp}
          </p>
          <button type="submit" class="primary">
            {strings.saveMember}
          </button>
        </form>
      </>
    ),
  });
}

/** `POST /staff/members`: adds a member, or changes the one with the same e-mail address. */
export async function postMember(context: RequestContext): Promise<Response> {
  const form = memberForm.safeParse(await readForm(context));
  if (!form.success) {
    const mistakes = form.error.issues.map(
      ({ path, message }) => `${path.map(String).join(".")}: ${message}`,
    );
    return showMembers(context, mistakes);
  }
  await storeMember(openDatabase(context.env.DB), {
    ...form.data,
    createdAt: new Date().toISOString(),
    createdBy: context.get("staff"),
  });
  return context.redirect("/staff/members", 303);
}

/** `POST /staff/members/remove`: the person can't use the console from now on. */
export async function postRemoveMember(context: RequestContext): Promise<Response> {
  const { email } = await readForm(context);
  if (email !== undefined) await removeMember(openDatabase(context.env.DB), email);
  return context.redirect("/staff/members", 303);
}
