import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { MAX_IMPORT_LINES, readMemberFile } from "./read-member-file";

test("columns are found by their names, in any order and language, and others are passed over", () => {
  const file =
    '\uFEFF姓名,角色,E-mail,小组\n"Lovelace, Ada",管理员,Ada@Example.com,"Class ""A"""\n\nGrace,,grace@example.com,\n';
  expect(readMemberFile(file)).toEqual([
    { line: 2, email: "ada@example.com", role: "administrator", group: 'Class "A"', problem: null },
    { line: 4, email: "grace@example.com", role: "member", group: "", problem: null },
  ]);
});

test("each line that cannot be done says why, with its number", () => {
  const file = "email;role\nnobody;member\na@b.co;king\nc@d.co;owner\ne@f.co;guest\nE@F.co;guest\n";
  expect(readMemberFile(file).map(({ line, problem }) => [line, problem])).toEqual([
    [2, "email_invalid"],
    [3, "role_unknown"],
    [4, "role_owner"],
    [5, null],
    [6, "twice"],
  ]);
});

test("a file without e-mails, of broken quotes, or beyond the limit is refused as a whole", () => {
  expect(() => readMemberFile("name,role\nAda,member\n")).toThrow("invalid_input");
  expect(() => readMemberFile("")).toThrow("invalid_input");
  expect(() => readMemberFile('email\n"a@b.co\n')).toThrow("invalid_input");
  const many = Array.from({ length: MAX_IMPORT_LINES + 1 }, (_, nth) => `p${nth}@example.com`);
  expect(() => readMemberFile(["email", ...many].join("\n"))).toThrow("too_large");
  expect(readMemberFile(["email", ...many.slice(1)].join("\n"))).toHaveLength(MAX_IMPORT_LINES);
});

test("whatever a file holds, it is read or refused, and never more than what is asked comes of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        for (const { role, problem } of readMemberFile(`email,role\n${text}`))
          expect(problem !== null || role !== "owner").toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
  );
});
