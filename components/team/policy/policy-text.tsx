import { Section } from "../router/section";

interface PolicyTextProps {
  title: string;
  /** Shown where there is no text. */
  none?: string;
  /** To be linked to. */
  anchor?: string;
  children: string;
}

/** What the team says about one thing, to be read. */
export function PolicyText({ title, none, anchor, children }: PolicyTextProps) {
  return (
    <Section title={title} {...(anchor !== undefined && { anchor })}>
      {children === "" ? (
        <p className="text-muted text-sm">{none}</p>
      ) : (
        <p className="max-w-measure whitespace-pre-wrap rounded-xl border border-line p-4 text-sm leading-relaxed [overflow-wrap:anywhere]">
          {children}
        </p>
      )}
    </Section>
  );
}
