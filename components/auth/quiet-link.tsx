import Link from "next/link";
import type { ReactNode } from "react";

/** A way to a neighbouring page of the sign-in, under its form. */
export function QuietLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 w-fit items-center text-muted text-sm underline underline-offset-4 hover:text-ink pointer-coarse:min-h-11"
    >
      {children}
    </Link>
  );
}
