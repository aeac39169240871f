"use client";

import { cjk } from "@streamdown/cjk";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { type Components, defaultRehypePlugins, Streamdown } from "streamdown";
import { CodeBlock } from "./code-block";
import { LongCode } from "./long-code";
import { hasMath, mathDelimiters } from "./math-delimiters";
import { OutsideImage } from "./outside-image";
import { OutsideLink } from "./outside-link";
import { splitFences } from "./split-fences";
import { useMathPlugin } from "./use-math-plugin";

interface MarkdownViewProps {
  text: string;
  /** More will come. */
  live: boolean;
}

/** Plain elements, styled by answer.css; what could reach out or run is replaced. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => <OutsideImage src={src} alt={alt} />,
  pre: ({ children }) => <CodeBlock>{children}</CodeBlock>,
  code: ({ className, children }) => <code className={className}>{children}</code>,
  table: ({ children }) => (
    <div className="table-scroll" {...SCROLLABLE}>
      <table>{children}</table>
    </div>
  ),
  h1: ({ children }) => <h3 data-level="1">{children}</h3>,
  h2: ({ children }) => <h3 data-level="2">{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
  h6: ({ children }) => <h6>{children}</h6>,
  input: ({ checked }) => <TaskBox checked={checked === true} />,
  p: "p",
  ul: "ul",
  ol: "ol",
  li: "li",
  blockquote: "blockquote",
  hr: "hr",
  strong: "strong",
  thead: "thead",
  tbody: "tbody",
  tr: "tr",
  th: "th",
  td: "td",
  sup: "sup",
  sub: "sub",
  section: "section",
};

const SCROLLABLE = { tabIndex: 0 };

/** Of a task list. The text beside it is the label, which the parser does not tie to it. */
function TaskBox({ checked }: { checked: boolean }) {
  const t = useTranslations("chat");
  return (
    <input type="checkbox" checked={checked} disabled aria-label={t(checked ? "taskDone" : "taskOpen")} />
  );
}

/** Markdown as it streams: each finished block is rendered once, and a long block of code in pieces. */
export function MarkdownView({ text, live }: MarkdownViewProps) {
  const segments = splitFences(text);
  return segments.map((segment, at) => {
    const isLast = live && at === segments.length - 1;
    // Text is only added: what stands in a place is the same as before, and more.
    const key = `${at}-${segment.kind}`;
    return segment.kind === "prose" ? (
      <Prose key={key} text={segment.text} live={isLast} />
    ) : (
      <LongCode key={key} code={segment.code} language={segment.language} open={isLast && segment.open} />
    );
  });
}

const Prose = memo(function Prose({ text, live }: MarkdownViewProps) {
  const markdown = mathDelimiters(text);
  const math = useMathPlugin(hasMath(markdown));
  return (
    <Streamdown
      className="answer-text"
      components={COMPONENTS}
      rehypePlugins={REHYPE_PLUGINS}
      plugins={math === null ? WITHOUT_MATH : math}
      parseIncompleteMarkdown={live}
      isAnimating={live}
      controls={false}
      lineNumbers={false}
      linkSafety={NO_DIALOG}
    >
      {markdown}
    </Streamdown>
  );
});

/** HTML is parsed and stripped to harmless elements. The third of the defaults, which would mark addresses as
 *  blocked in English, is left out: OutsideLink and OutsideImage decide about those. */
const REHYPE_PLUGINS = [defaultRehypePlugins.raw, defaultRehypePlugins.sanitize].filter(
  (plugin) => plugin !== undefined,
);
const WITHOUT_MATH = { cjk };
/** OutsideLink shows the address itself. */
const NO_DIALOG = { enabled: false };
