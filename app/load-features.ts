import { cache } from "react";
import { database } from "@/lib/database";
import { readFeatures } from "@/lib/features/read-features";

/** What of Wye is switched on, for the page that is being served; looked up once. */
export const loadFeatures = cache(() => readFeatures(database()));
