import { openTheatre, type Theatre } from '../marquee';
import { siege, siegeTest } from './siege';

const ENTRIES = 40;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
  const plan = { monthlyFee: 9_000, currency: 'KRW', benefits: { presale: true, percentOff: 10 } };
  for (let i = 0; i < ENTRIES; i++) {
    const item = await theatre.admin.post('/items', { name: `Script ${i}`, stock: 5, loanHours: 72 });
    const offered = await theatre.admin.post('/plans', { ...plan, name: `Friends ${i}` });
    expect([item.status, offered.status]).toEqual([201, 201]);
  }
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

siegeTest.each(['/items', '/plans'])('siege -c20 -t40S on %s: availability 100 %%', async (list) => {
  const figures = await siege(['-c20', '-t40S'], `${theatre.urls.api}${list}`);
  expect(figures).toMatchObject({ availability: 100, failed_transactions: 0 });
});
