/** What hosts append to a model's id for how they serve it. */
const SERVED_AS = /:(free|nitro|floor|extended|exacto|latest)$/;

/** Equal for the same model at different hosts: its id without who makes it and how it is served, points written as
 *  hyphens. A day or a size in it stays, since that is another model. */
export function sameModel(id: string): string {
  const bare = id.toLowerCase().replace(SERVED_AS, "");
  return bare.slice(bare.lastIndexOf("/") + 1).replaceAll(".", "-");
}
