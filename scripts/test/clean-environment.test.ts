import { expect, test } from "vitest";
import { cleanEnvironment } from "./clean-environment.mjs";

test("nothing that points at a person's own server, database or keys reaches a test", () => {
  const own = {
    PORT: "1",
    DATABASE_URL: "postgres://theirs",
    WYE_DATA_DIR: "/theirs",
    AUTH_SECRET: "theirs",
    OPENAI_API_KEY: "theirs",
    ANTHROPIC_BASE_URL: "theirs",
    NODE_ENV: "production",
    PGHOST: "theirs",
  };
  const clean = cleanEnvironment({ ...own, PATH: "/bin", HOME: "/root", CI: "true" }, {});
  expect(Object.keys(clean).filter((name) => name in own)).toEqual([]);
  expect(clean).toMatchObject({ HOME: "/root", CI: "true" });
});

test("what .env sets is set to nothing, so that npm start does not read it from there", () => {
  expect(cleanEnvironment({}, { DATABASE_URL: "postgres://theirs" })).toMatchObject({ DATABASE_URL: "" });
});

test("the project's own tools come first on the path", () => {
  const folders = (cleanEnvironment({ PATH: "/bin" }).PATH ?? "").split(":");
  expect(folders[0]).toMatch(/node_modules\/\.bin$/);
  expect(folders.at(-1)).toBe("/bin");
});
