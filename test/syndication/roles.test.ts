import { expect, test } from "vitest";
import { isAuthorRole, isDirectorRole } from "../../src/syndication/roles.ts";

test.each([
  "Director",
  "filmmaker ",
  "Directora",
  "ĐẠO DIỄN",
  "Đạo diễn".normalize("NFD"),
  "إخراج",
])("%s directed the film, and is an author of its citation", (role) => {
  expect([isDirectorRole(role), isAuthorRole(role)]).toEqual([true, true]);
});

test.each(["author", "Writer", "autora", "Guionista", "tác giả", "تأليف"])(
  "%s wrote the work, and is an author of its citation",
  (role) => {
    expect([isDirectorRole(role), isAuthorRole(role)]).toEqual([false, true]);
  },
);

test.each(["narrator", "translator", "creator", "participant", "traductora", "", "constructor"])(
  "the role “%s” makes nobody an author",
  (role) => {
    expect(isAuthorRole(role)).toBe(false);
  },
);
