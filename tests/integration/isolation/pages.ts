import { sourceFiles } from "@/tests/architecture/source-files";
import { routePath } from "./operations";

/** A place in the address of a page where an id can stand. */
export interface PagePlace {
  name: string;
  /** The page's address with an id in the place. */
  address: (id: string) => string;
  table: string;
}

/** What the addresses of pages name, by the page and the place; null: no row of a team. */
const PLACES: Readonly<Record<string, string | null>> = {
  "/ temporary": null,
  "/account added": null,
  "/account refused": null,
  "/admin after": null,
  "/admin search": null,
  "/admin/people after": null,
  "/admin/people search": null,
  "/chat/[chatId] [chatId]": "chat",
  "/invite/[token] [token]": null,
  "/people access": null,
  "/people group": "team_group",
  "/people role": null,
  "/people search": null,
  "/prices search": null,
  "/prices versions": null,
  "/prices/corrections from": null,
  "/prices/corrections model": null,
  "/prices/corrections vendor": null,
  "/prices/set from": "price",
  "/prices/set model": null,
  "/prices/set since": null,
  "/prices/set vendor": null,
  "/providers connect": null,
  "/providers search": null,
  "/providers state": null,
  "/reset-password token": null,
  "/router/report days": null,
  "/setup token": null,
  "/shared/[token] [token]": null,
  "/signin by": null,
  "/signin callbackUrl": null,
  "/signin erased": null,
  "/signin error": null,
  "/signin refused": null,
  "/signin/code callbackUrl": null,
  "/signin/link callbackUrl": null,
  "/signin/link token": null,
  "/signin changed": null,
  "/verify-email token": null,
  "/usage call": "ledger",
  "/usage days": null,
};

/** Every place of every page, found in the sources.
 *  @throws Error for one that nobody has described */
export function findPagePlaces(): PagePlace[] {
  return sourceFiles(/^app\/(.+\/)?page\.tsx$/).flatMap(({ path, text }) => {
    const page = routePath(path);
    const segments = [...page.matchAll(/\[[^\]]+\]/g)].map(([segment]) => segment);
    return [...segments, ...queryNames(text)].flatMap((place): PagePlace[] => {
      const name = `${page} ${place}`;
      const table = PLACES[name];
      if (table === undefined) throw new Error(`What does ${name} name? Say so in pages.ts`);
      const address = (id: string) =>
        place.startsWith("[") ? page.replace(place, id) : `${page}?${place}=${id}`;
      return table === null ? [] : [{ name, table, address }];
    });
  });
}

/** The names that a page reads behind the `?`. */
function queryNames(text: string): string[] {
  if (!text.includes("searchParams")) return [];
  if (text.includes("ListSearchParams")) return ["search", "after"];
  const typed = /searchParams: (Promise<[^;]+>);/.exec(text)?.[1] ?? "";
  const named = [...typed.matchAll(/"(\w+)"/g), ...typed.matchAll(/(\w+)\?:/g)].map(([, name]) => name ?? "");
  if (named.length > 0) return named;
  const taken = /const \{([^}]+)\} = await searchParams/.exec(text)?.[1] ?? "";
  return taken
    .split(",")
    .map((part) => part.trim().split(/[:=\s]/)[0] ?? "")
    .filter((part) => part !== "");
}
