import { cache } from "react";
import { requireViewer } from "@/lib/auth/page-viewer";
import { getFrame } from "@/lib/policy/get-frame";

/** What the team's policy puts around the page that is being served; looked up once. */
export const loadFrame = cache(async () => getFrame((await requireViewer()).context));
