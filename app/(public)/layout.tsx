import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/auth/language-switch";
import { Mark } from "@/components/ui/mark";

/** Around what is read without being signed in. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[calc(var(--measure)+3rem)] flex-col px-4 py-6 sm:px-6">
      <header className="mb-8 flex items-center gap-2 font-semibold">
        <Mark twoColours className="size-5" />
        wye
      </header>
      <main id="content" className="flex w-full flex-1 flex-col gap-8">
        {children}
      </main>
      <footer className="mt-10 flex justify-center">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
