import { expect, type Locator, type Page } from "@playwright/test";
import { saved } from "./saved";

/** A conversation as a person handles it. */
export class ChatPage {
  readonly page: Page;
  readonly composer: Locator;
  readonly answers: Locator;
  readonly lastAnswer: Locator;
  readonly picker: Locator;
  readonly stop: Locator;

  constructor(page: Page) {
    this.page = page;
    this.composer = page.getByLabel("Your message");
    this.answers = page.locator("article[aria-busy]");
    this.lastAnswer = this.answers.last();
    this.picker = page.getByRole("button", { name: /^Model: / });
    this.stop = page.getByRole("button", { name: "Stop", exact: true });
  }

  /** A new chat. */
  async open(): Promise<void> {
    await this.page.goto("/");
    await expect(this.composer).toBeVisible();
  }

  async ask(question: string): Promise<void> {
    await this.composer.fill(question);
    await this.composer.press("Enter");
    await expect(this.composer).toHaveValue("");
  }

  /** Picks a mode or a model by what its line in the picker is searched with; a name with its provider finds just
   *  that model. */
  async choose(search: string): Promise<void> {
    const field = this.page.getByPlaceholder("Search models");
    const first = this.page.getByRole("option").first();
    await this.picker.click();
    await field.fill(search);
    await expect(first).toHaveAttribute("data-value", search.includes("/") ? search : /./);
    await expect(first).toHaveAttribute("aria-selected", "true");
    await saved(this.page, () => field.press("Enter"));
    await expect(field).toBeHidden();
  }

  /** Waits for the end of the answer, however it ends. */
  async answered(count = 1): Promise<void> {
    await expect(this.answers).toHaveCount(count);
    await expect(this.lastAnswer).toHaveAttribute("aria-busy", "false");
  }

  /** Its row in the sidebar. */
  listed(title: string): Locator {
    return this.page.getByRole("region", { name: "Chats" }).getByRole("link", { name: title, exact: true });
  }
}
