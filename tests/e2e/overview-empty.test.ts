import { describe, test } from 'vitest';
import { expectSoundAtBothWidths, settled, useBrowser } from '../support/browser.ts';
import { openInTrust } from '../support/trust-page.ts';

const browser = useBrowser({ server: true });

const emptied = [
  ['/', 'This trust has no data yet', 'Import your staff file'],
  ['/backfill', 'Nobody is released yet', 'Import the team and learner sheets'],
  ['/pipeline', 'Nobody is in the pipeline yet', 'Import a learner sheet'],
] as const;

describe('a trust that was emptied for its own data', () => {
  test('each page says why it is empty, and leads to the imports', async () => {
    const { page, ask } = await openInTrust(browser, 'small', '/');
    const { trust } = await ask.session.current.query();
    await ask.trust.replaceWithOurData.mutate({ confirmation: trust.name });
    for (const [path, title, action] of emptied) {
      await page.goto(path);
      await settled(page);
      await page.getByRole('heading', { name: title }).waitFor();
      await expectSoundAtBothWidths(page, `empty${path.replace('/', '-')}`);
      await page.getByRole('link', { name: action }).click();
      await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
    }
  });
});
