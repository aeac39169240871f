import type { ListedModel } from "@/lib/providers/vendor";

/** As the vendor names them; with the provider's name and a slash before it, as people do. */
export function modelIds(models: readonly ListedModel[]): string[] {
  return models.map(({ id }) => id);
}
