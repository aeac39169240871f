import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each(["/", "/usage", "/chat/1?x=2#y", "/a%20b"])("%s is kept", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  undefined,
  null,
  "",
  "usage",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "javascript:alert(1)",
])("%j leads home", (path) => {
  expect(safePath(path)).toBe("/");
});

test("whatever was asked for, a browser stays on this origin", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "\t",
    "\n",
    "@",
    ":",
    "evil.example",
    "a",
    "?",
    "#",
    "%2f",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join("")),
      ),
      (wanted) => {
        expect(new URL(safePath(wanted), "https://wye.example").origin).toBe("https://wye.example");
      },
    ),
  );
});
