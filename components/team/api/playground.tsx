"use client";

import { Play, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { Textarea } from "@/components/ui/textarea";
import { type PlayDraft, parseBody, toBody } from "./play-draft";
import { PlayForm } from "./play-form";
import { PlayResult } from "./play-result";
import { ALL_LANGUAGES, Sample } from "./sample";
import { usePlay } from "./use-play";

interface PlaygroundProps {
  models: readonly string[];
  baseUrl: string;
}

const PATH = "/chat/completions";
const BEGUN: Omit<PlayDraft, "model" | "question"> = {
  ...{ system: "", temperature: "", maxTokens: "", effort: "", stream: true },
};

/** The API, tried out: a request, what comes of it, and the same request as programs write it. */
export function Playground({ models, baseUrl }: PlaygroundProps) {
  const t = useTranslations("api.playground");
  const [draft, setDraft] = useState<PlayDraft>({
    ...BEGUN,
    ...{ model: models[0] ?? "", question: t("example") },
  });
  const [view, setView] = useState<"form" | "json">("form");
  const [json, setJson] = useState("");
  const [as, setAs] = useState<"person" | "key">("person");
  const [key, setKey] = useState("");
  const { run, send, stop } = usePlay(`/api/v1${PATH}`);
  const isBusy = run?.state === "waiting" || run?.state === "streaming";
  const body = view === "form" ? toBody(draft) : parseBody(json);
  // What is no JSON is sent as it is: the API says what is wrong with it, as to any program.
  const submit = () =>
    void send(body === null ? json : JSON.stringify(body), as === "person" ? null : key.trim());

  function show(next: "form" | "json"): void {
    if (next === "json") setJson(JSON.stringify(toBody(draft), null, 2));
    setView(next);
  }

  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <form
        className="flex min-w-0 flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && isBusy) stop();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isBusy) {
            event.preventDefault();
            submit();
          }
        }}
      >
        <ChoiceGroup
          label={t("view")}
          options={[
            { value: "form", label: t("form") },
            { value: "json", label: "JSON" },
          ]}
          value={view}
          onChange={show}
        />
        {view === "form" ? (
          <PlayForm
            draft={draft}
            models={models}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
        ) : (
          <Field label={t("body")} hint={t("bodyHint")} error={body === null ? t("noJson") : null}>
            <Textarea
              rows={14}
              spellCheck={false}
              className="font-mono"
              value={json}
              onChange={(event) => setJson(event.target.value)}
            />
          </Field>
        )}
        <ChoiceGroup
          label={t("as")}
          hint={t(as === "person" ? "personHint" : "keyHint")}
          options={[
            { value: "person", label: t("person") },
            { value: "key", label: t("key") },
          ]}
          value={as}
          onChange={setAs}
        />
        {as === "key" && (
          <Field label={t("keyField")}>
            <PasswordInput
              value={key}
              autoComplete="off"
              placeholder="wye_…"
              onChange={(event) => setKey(event.target.value)}
            />
          </Field>
        )}
        <div className="flex flex-wrap items-center gap-3">
          {isBusy ? (
            <Button type="button" onClick={stop}>
              <Square aria-hidden="true" />
              {t("stop")}
            </Button>
          ) : (
            <Button type="submit" variant="primary">
              <Play aria-hidden="true" />
              {t("send")}
            </Button>
          )}
          <span className="text-muted text-xs pointer-coarse:hidden">{t("shortcuts")}</span>
        </div>
      </form>
      <div className="flex min-w-0 flex-col gap-6">
        <section aria-label={t("result")} className="flex min-w-0 flex-col gap-4">
          <h2 className="font-medium text-sm">{t("result")}</h2>
          {run === null ? (
            <p className="text-muted text-sm leading-relaxed">{t("nothing")}</p>
          ) : (
            <PlayResult run={run} />
          )}
        </section>
        <section aria-label={t("request")} className="flex min-w-0 flex-col gap-2">
          <h2 className="font-medium text-sm">{t("request")}</h2>
          <p className="text-muted text-xs leading-relaxed">{t("requestHint")}</p>
          <Sample
            name={t("request")}
            call={{ method: "POST", baseUrl, path: PATH, body: body ?? {} }}
            languages={ALL_LANGUAGES}
          />
        </section>
      </div>
    </div>
  );
}
