import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageFrame } from "./page-frame";

interface PageLoadingProps {
  title: ReactNode;
  intro: ReactNode;
  wide?: boolean;
  /** The shape of what comes. */
  children: ReactNode;
}

/** A page of administration before what it shows is there: its words are, and everything stands where it will. */
export function PageLoading({ children, ...frame }: PageLoadingProps) {
  const t = useTranslations("common");
  return (
    <div aria-busy="true">
      <PageFrame {...frame}>
        <p role="status" className="sr-only">
          {t("loading")}
        </p>
        {children}
      </PageFrame>
    </div>
  );
}
