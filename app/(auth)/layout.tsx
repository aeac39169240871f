import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/auth/language-switch";
import { Mark } from "@/components/ui/mark";

/** One quiet column: what comes before the product itself. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:py-14">
      <header className="mb-8 flex items-center gap-2 font-semibold text-lg">
        <Mark twoColours className="size-6" />
        wye
      </header>
      <main id="content" className="flex w-full flex-1 flex-col items-center">
        {children}
      </main>
      <footer className="mt-10">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
