import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { AuthCard } from "./auth-card";

interface DeadLinkProps {
  /** What may be wrong, and what to do. */
  body: string;
  /** Where another can be asked for. */
  href: string;
}

/** What the page of a link in a mail shows when it does not work. */
export function DeadLink({ body, href }: DeadLinkProps) {
  const t = useTranslations("links");
  return (
    <AuthCard title={t("deadTitle")} intro={body}>
      <Button asChild size="lg">
        <Link href={href}>{t("askAgain")}</Link>
      </Button>
    </AuthCard>
  );
}
