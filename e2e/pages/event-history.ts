import { expect, type Locator, type Page } from '@playwright/test';

/** The Event history page, in a user's words. */
export class EventHistory {
  readonly grid: Locator;
  readonly drawer: Locator;
  readonly filter: Locator;
  /** What can be done with the selected events. */
  readonly selected: Locator;

  constructor(readonly page: Page) {
    this.grid = page.getByRole('grid', { name: 'Events' });
    this.drawer = page.getByRole('complementary', { name: 'Event', exact: true });
    this.filter = page.getByRole('combobox', { name: 'Filter events' });
    this.selected = page.getByRole('toolbar', { name: 'Selected events' });
  }

  /** Opens the page, until it says so; `search` is the address bar's part after the question mark. */
  async open(url: string, search = '', until?: string | RegExp): Promise<void> {
    await this.page.goto(`${url}/events${search === '' ? '' : `?${search}`}`);
    await this.grid.waitFor();
    if (until !== undefined) await expect(this.said(until)).toBeVisible();
  }

  /** Rows that show all of these words. */
  row(...words: readonly (string | RegExp)[]): Locator {
    return words.reduce<Locator>(
      (rows, word) => rows.filter({ hasText: word }),
      this.grid.locator('tbody').getByRole('row'),
    );
  }

  /** The line that says what has been read. */
  said(words: string | RegExp): Locator {
    return this.page.getByText(words).first();
  }

  /** Types a condition into the filter bar: field, operator, value, Enter. */
  async addCondition(text: string): Promise<void> {
    await this.filter.click();
    await this.filter.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** On a telephone: what is folded away below the title, or the filter's line. Nothing to do where it is wider. */
  async unfold(what: 'actions' | 'filter'): Promise<void> {
    if ((this.page.viewportSize()?.width ?? 0) >= 600) return;
    const fold =
      what === 'actions'
        ? this.page.getByRole('button', { name: 'Actions', exact: true })
        : this.page.locator('[data-part="filter-fold"]');
    await fold.click();
    await expect(fold).toHaveAttribute('aria-expanded', 'true');
  }

  token(words: string): Locator {
    return this.page.getByRole('group', { name: words });
  }

  async clearFilter(): Promise<void> {
    await this.page.getByRole('button', { name: 'Clear', exact: true }).click();
  }

  /** Begins a note on the open event. */
  async writeNote(words: string): Promise<void> {
    await this.drawer.getByRole('button', { name: 'Add a note' }).click();
    await this.drawer.getByRole('textbox', { name: 'Note' }).fill(words);
  }

  async saveNote(): Promise<void> {
    await this.drawer.getByRole('button', { name: 'Save note' }).click();
  }

  section(name: string | RegExp): Locator {
    return this.drawer.getByRole('button', { name });
  }
}
