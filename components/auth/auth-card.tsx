import type { ReactNode } from "react";

interface AuthCardProps {
  title: ReactNode;
  /** Over the title, for example a step. */
  above?: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}

export function AuthCard({ title, above, intro, children, wide = false }: AuthCardProps) {
  return (
    <section className={`flex w-full flex-col gap-6 ${wide ? "max-w-2xl" : "max-w-sm"}`}>
      <header className="flex flex-col gap-1.5">
        {above !== undefined && <p className="text-muted text-sm">{above}</p>}
        <h1 className="text-balance font-semibold text-2xl">{title}</h1>
        {intro !== undefined && <p className="text-pretty text-muted text-sm leading-relaxed">{intro}</p>}
      </header>
      {children}
    </section>
  );
}
