import type { Catalogue } from "@/lib/catalogue/list-catalogue";

/** How a model did here. */
export type Figures = Catalogue["figures"][number];
