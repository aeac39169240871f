"use client";

import { cjk } from "@streamdown/cjk";
import type { ComponentProps } from "react";
import { type Components, Streamdown } from "streamdown";
import { CodeBlock } from "./code-block";
import { hasMath, mathDelimiters } from "./math-delimiters";
import { OutsideImage } from "./outside-image";
import { OutsideLink } from "./outside-link";
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
  input: (props: ComponentProps<"input">) => (
    <input type="checkbox" checked={props.checked === true} disabled aria-hidden="true" />
  ),
  ...plain(
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
    "strong",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "sup",
    "sub",
    "section",
  ),
};

const SCROLLABLE = { tabIndex: 0 };

function plain(...names: (keyof Components)[]): Components {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** Markdown as it streams: each finished block is rendered once. */
export function MarkdownView({ text, live }: MarkdownViewProps) {
  const markdown = mathDelimiters(text);
  const math = useMathPlugin(hasMath(markdown));
  return (
    <Streamdown
      className="answer-text"
      components={COMPONENTS}
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
}

const WITHOUT_MATH = { cjk };
/** OutsideLink shows the address itself. */
const NO_DIALOG = { enabled: false };
