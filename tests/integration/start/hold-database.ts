import { join } from "node:path";
import { openDatabase } from "../../../db/embedded/open-database.ts";
import { findPostmaster } from "../../../db/embedded/postmaster.ts";

/* Opens the database of the data folder that it is given, says so, and leaves it when its input ends. */
const dataDir = process.argv[2] ?? "";
const database = await openDatabase({ dataDir, log: console.error });
const { url, startedHere } = database;
const postgresPid = findPostmaster(join(dataDir, "postgres"))?.pid;
console.log(JSON.stringify({ url, startedHere, postgresPid }));
process.stdin.resume();
process.stdin.once("end", () => void database.release());
