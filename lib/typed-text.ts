import { z } from "zod";

/** What people type, as Postgres can keep it: without NUL, and without halves of characters. */
export const typedText = () => z.string().overwrite((text) => text.replaceAll("\0", "").toWellFormed());
