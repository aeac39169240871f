import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { FieldView } from "@/lib/openai-api/reference/to-fields";

interface FieldListProps {
  /** Of the anchors of its fields. */
  id: string;
  label: string;
  fields: readonly (FieldView & { in?: "path" | "query" | "header" })[];
  /** What is looked for. */
  query: string;
}

/** Fields with their types and what they are for. */
export function FieldList({ id, label, fields, query }: FieldListProps) {
  const t = useTranslations("api.reference");
  return (
    <ul aria-label={label} className="divide-y divide-line border-line border-y">
      {fields.map((field) => (
        <li key={field.name} id={`${id}.${field.name}`} className="flex scroll-mt-4 flex-col gap-1 py-2">
          <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
            <a
              href={`#${id}.${field.name}`}
              className="inline-block min-w-6 break-all font-medium font-mono text-sm leading-6 hover:underline"
            >
              {field.name}
            </a>
            <span className="font-mono text-muted text-xs [overflow-wrap:anywhere]">{field.type}</span>
            {field.limits !== "" && <span className="font-mono text-muted text-xs">{field.limits}</span>}
            {field.required && <Badge>{t("required")}</Badge>}
            {field.in !== undefined && <span className="text-muted text-xs">{t(`in.${field.in}`)}</span>}
            {field.usual !== "" && (
              <span className="text-muted text-xs">{t("usual", { value: field.usual })}</span>
            )}
          </div>
          {field.description !== "" && (
            <p className="max-w-measure text-pretty text-sm leading-relaxed">{field.description}</p>
          )}
          {field.groups.length > 0 && (
            <details key={query} open={isWithin(query, field.name)} className="text-sm">
              <summary className="w-fit cursor-pointer text-muted text-xs leading-6 hover:text-ink pointer-coarse:py-3">
                {t("parts")}
              </summary>
              <div className="mt-2 flex flex-col gap-3 border-line border-l pl-4">
                {field.groups.map(({ form, fields }, nth) => (
                  <div key={form ?? nth} className="flex flex-col gap-1">
                    {form !== null && <p className="font-mono text-muted text-xs">{form}</p>}
                    <FieldList
                      id={`${id}.${field.name}${form === null ? "" : `.${nth}`}`}
                      label={form ?? field.name}
                      fields={fields}
                      query={query}
                    />
                  </div>
                ))}
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whether what is looked for is to be found in what a field consists of. */
const isWithin = (query: string, name: string): boolean =>
  query !== "" && !name.toLowerCase().includes(query.toLowerCase());
