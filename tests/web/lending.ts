import type { Page } from 'playwright-core';
import type { Stage } from './stage';
import { isBusy, isLate, playOnce, signInFirst } from './steps';

export function lending(stage: () => Stage): void {
  const newItem = async (name: string, stock: number): Promise<void> => {
    await stage().theatre.admin.post('/items', { name, stock, loanHours: 6, description: 'To see better' });
  };
  const atTheDesk = async (name: string): Promise<Page> => {
    const page = await stage().visitor();
    await page.goto('/');
    await signInFirst(page, name);
    await page.goto('/my/loans');
    return page;
  };
  const borrow = (page: Page, name: string) => page.getByRole('button', { name: `Borrow: ${name}` });
  const loan = (page: Page, name: string) =>
    page
      .getByRole('region', { name: 'What you have borrowed' })
      .getByRole('listitem')
      .filter({ hasText: name });

  test('what is there is borrowed, and says when it has to be back; the next one gets none, and is told why', async () => {
    await newItem('Lorgnette', 1);
    const [first, second] = [await atTheDesk('Lena'), await atTheDesk('Lou')];
    await first.getByText('You have borrowed nothing.', { exact: false }).waitFor();
    await borrow(second, 'Lorgnette').waitFor();
    await borrow(first, 'Lorgnette').click();
    await loan(first, 'Lorgnette').getByText('With you').waitFor();
    await loan(first, 'Lorgnette')
      .getByText('Please bring it back to the counter by', { exact: false })
      .waitFor();
    await borrow(first, 'Lorgnette').waitFor({ state: 'detached' });
    await first.goto('/my');
    await first.getByRole('link', { name: '1 thing borrowed' }).waitFor();

    await borrow(second, 'Lorgnette').click();
    await second
      .getByRole('alert')
      .getByText('Not as many are there to be lent.', { exact: false })
      .waitFor();
    await loan(second, 'Lorgnette').getByText('Not borrowed').waitFor();
    await loan(second, 'Lorgnette').getByText('There were not as many left', { exact: false }).waitFor();

    const { admin } = stage().theatre;
    const { items } = (await admin.get('/admin/loans?limit=100')).body;
    const { loanId } = items.find(({ itemName }: { itemName: string }) => itemName === 'Lorgnette');
    await admin.post(`/loans/${loanId}/return`);
    await first.goto('/my/loans');
    await loan(first, 'Lorgnette').getByText('You brought it back on', { exact: false }).waitFor();
    await borrow(first, 'Lorgnette').waitFor();
  });

  test('an answer that is lost is asked for again, and borrows once', async () => {
    await newItem('Folding fan', 5);
    const page = await atTheDesk('Fay');
    await playOnce(page, 'POST', '**/api/loans', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await borrow(page, 'Folding fan').click();
    await page.getByRole('alert').getByText('The connection is gone', { exact: false }).waitFor();
    await borrow(page, 'Folding fan').click();
    await page.getByText('4 left', { exact: false }).waitFor();
    await loan(page, 'Folding fan').waitFor();
    expect(await loan(page, 'Folding fan').count()).toBe(1);
  });

  test('what is still being checked says so, and goes on by itself', async () => {
    await newItem('Libretto', 5);
    const page = await atTheDesk('Ria');
    await page.getByText('You have borrowed nothing.', { exact: false }).waitFor();
    await playOnce(page, 'GET', '**/api/loans?**', async (route) => {
      const response = await route.fetch();
      const { items } = (await response.json()) as { items: object[] };
      const waiting = items.map((one) => ({ ...one, status: 'requested' }));
      await route.fulfill({ response, json: { items: waiting } });
    });
    await borrow(page, 'Libretto').click();
    await loan(page, 'Libretto').getByText('Being checked').waitFor();
    await loan(page, 'Libretto').getByText('With you').waitFor();
  });

  test('who has something overdue is told so everywhere, and why nothing else is lent', async () => {
    await newItem('Cushion', 5);
    const page = await atTheDesk('Omar');
    await borrow(page, 'Cushion').click();
    await loan(page, 'Cushion').getByText('With you').waitFor();
    await isLate(page);
    await page.reload();
    await loan(page, 'Cushion').getByText('Overdue').waitFor();
    await loan(page, 'Cushion').getByText('It had to be back by', { exact: false }).waitFor();
    await playOnce(page, 'POST', '**/api/loans', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 409, code: 'overdue' }),
      }),
    );
    await borrow(page, 'Cushion').click();
    await page.getByRole('alert').getByText('Something you borrowed is overdue.', { exact: false }).waitFor();
    await page.goto('/my');
    await page.getByRole('link', { name: 'Something that you borrowed is overdue.' }).waitFor();
  });

  test('a busy server is asked again without anybody’s doing', async () => {
    await newItem('Torch', 5);
    const page = await atTheDesk('Ben');
    await isBusy(page, 'GET', '**/api/items?**');
    await page.reload();
    await page.getByText('We go on trying.').waitFor();
    await borrow(page, 'Torch').waitFor();
  });
}
