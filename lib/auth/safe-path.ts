const BASE = "http://wye.invalid";

/** Where to go after signing in: a path of this server, whatever the link said, else `fallback`. */
export function safePath(wanted: string | null | undefined, fallback = "/"): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, BASE)) return fallback;
  const url = new URL(wanted, BASE);
  if (url.origin !== BASE) return fallback;
  const path = url.pathname + url.search + url.hash;
  // Normalising may itself leave two slashes in front: "/.//host" is a path here and a host to a browser.
  return path.startsWith("//") ? fallback : path;
}
