import type { ReactNode } from "react";
import { AppFrame } from "../app-frame";

export default function TeamLayout({ children }: { children: ReactNode }) {
  return <AppFrame>{children}</AppFrame>;
}
