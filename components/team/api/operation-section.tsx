import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { OperationView } from "@/lib/openai-api/reference/reference-view";
import { FieldList } from "./field-list";
import { ALL_LANGUAGES, Sample } from "./sample";

interface OperationSectionProps {
  operation: OperationView;
  baseUrl: string;
  query: string;
}

/** One address: what it takes, what it answers, and how it fails. */
export function OperationSection({ operation, baseUrl, query }: OperationSectionProps) {
  const t = useTranslations("api.reference");
  const keys = useTranslations("keys");
  const { id, method, path, scope, parameters, body, reply, event, headers, failures } = operation;
  const scopeName = scope === "usage" || scope === "models" ? scope : "completions";
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
      <header className="flex flex-col gap-1">
        <h2 id={id} className="scroll-mt-4 font-semibold text-lg">
          <a href={`#${id}`} className="hover:underline">
            {operation.summary}
          </a>
        </h2>
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 font-mono text-sm">
          <span className="font-medium">{method}</span>
          <span className="break-all">{path}</span>
          <Badge className="font-sans">{t("needs", { scope: keys(`scope.${scopeName}`) })}</Badge>
        </p>
        <p className="max-w-measure text-pretty text-muted text-sm leading-relaxed">
          {operation.description}
        </p>
      </header>
      {parameters.length > 0 && (
        <Part title={t("parameters")}>
          <FieldList id={`${id}.parameters`} label={t("parameters")} fields={parameters} query={query} />
        </Part>
      )}
      {body.length > 0 && (
        <Part title={t("body")}>
          <FieldList id={`${id}.body`} label={t("body")} fields={body} query={query} />
        </Part>
      )}
      <Examples {...{ operation, baseUrl }} show={query === ""} />
      {reply.length > 0 && (
        <Part title={t("reply")}>
          <p className="max-w-measure text-muted text-sm leading-relaxed">{operation.replyText}</p>
          <FieldList id={`${id}.reply`} label={t("reply")} fields={reply} query={query} />
        </Part>
      )}
      {event.length > 0 && (
        <Part title={t("event")}>
          <FieldList id={`${id}.event`} label={t("event")} fields={event} query={query} />
        </Part>
      )}
      {headers.length > 0 && (
        <Part title={t("headers")}>
          <Words rows={headers.map(({ name, description }) => [name, description])} />
        </Part>
      )}
      {failures.length > 0 && (
        <Part title={t("failures")}>
          <Words rows={failures.map(({ status, description }) => [status, description])} />
        </Part>
      )}
    </section>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">{title}</h3>
      {children}
    </div>
  );
}

function Words({ rows }: { rows: readonly (readonly [name: string, meaning: string])[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-sm sm:grid-cols-[11rem_1fr]">
      {rows.map(([name, meaning]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-xs leading-relaxed">{name}</dt>
          <dd className="max-w-measure text-pretty pb-1 text-muted leading-relaxed">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What takes no body is its own example. */
function Examples({
  operation: { id, method, path, examples },
  baseUrl,
  show,
}: {
  operation: OperationView;
  baseUrl: string;
  show: boolean;
}) {
  const t = useTranslations("api.reference");
  if (!show) return null;
  const languages = id === "createChatCompletion" ? ALL_LANGUAGES : (["curl"] as const);
  const call = { method, baseUrl, path: path.replace("{id}", "auto") };
  return (
    <Part title={t("examples")}>
      {examples.length === 0 && <Sample name={`${method} ${path}`} call={call} />}
      {examples.map(({ name, summary, body }) => (
        <details key={name} open={name === examples[0]?.name} className="flex flex-col gap-2">
          <summary className="w-fit cursor-pointer py-1 text-sm hover:underline pointer-coarse:py-3">
            {summary}
          </summary>
          <Sample name={`${path}, ${summary}`} call={{ ...call, body }} languages={languages} />
        </details>
      ))}
    </Part>
  );
}
