import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";

/** What a program is told as its base URL, to be copied. */
export function BaseUrl({ url }: { url: string }) {
  const t = useTranslations("keys");
  return (
    <div className="flex items-center gap-x-2 text-sm">
      <span className="shrink-0 text-muted">{t("baseUrl")}</span>
      <code className="break-all font-mono">{url}</code>
      <CopyButton text={url} />
    </div>
  );
}
