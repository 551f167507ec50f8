import type { Locator, Page } from '@playwright/test';

/** The Archive page, in a user's words. */
export class Archive {
  readonly table: Locator;

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Accounts and Regions' });
  }

  async open(url: string): Promise<void> {
    await this.page.goto(`${url}/archive`);
    await this.page.getByRole('heading', { level: 1, name: 'Archive' }).waitFor();
  }

  /** The row of an account in a Region. */
  scope(account: string, region: string): Locator {
    return this.table.getByRole('row').filter({ hasText: account }).filter({ hasText: region });
  }

  keeps(account: string, region: string): Locator {
    return this.page.getByRole('checkbox', { name: `Keep ${account}, ${region} read` });
  }

  /** The number under a name in the summary. */
  fact(name: string): Locator {
    return this.page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  }
}
