import type { Page } from "@playwright/test";

/** @returns what the page's console and scripts have complained of since it was last asked; the browser reports what
 *  the content security policy forbids there too. */
export function watchForErrors(page: Page): () => string[] {
  let errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  return () => {
    const seen = errors;
    errors = [];
    return seen;
  };
}
