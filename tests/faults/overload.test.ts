import {
  type Answer,
  call,
  eventually,
  newPerformance,
  openTheatre,
  reserve,
  type Theatre,
} from '../marquee';
import { without } from './breaking';

const AT_ONCE = 20;
const OUTSTANDING = 40;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({
    env: {
      AzureFunctionsJobHost__extensions__http__maxConcurrentRequests: String(AT_ONCE),
      AzureFunctionsJobHost__extensions__http__maxOutstandingRequests: String(OUTSTANDING),
    },
  });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const isShed = ({ status }: Answer) => status === 429;

/** Resolves as soon as one is shed; rejects when all are answered and none was. */
const oneShed = (answers: readonly Promise<Answer>[]): Promise<void> =>
  Promise.any(
    answers.map(async (answer) => {
      const { status } = await answer;
      if (status !== 429) throw new Error(`answered ${status}`);
    }),
  );

test('past its capacity the service sheds with a problem that says when to come back, keeps what it accepted, and recovers', async () => {
  const sections = [{ sectionId: 'F', kind: 'standing', tier: 'FLOOR', capacity: 1_000 }];
  const performanceId = await newPerformance(theatre, { sections });
  const crowd = await Promise.all(Array.from({ length: 60 }, (_, i) => theatre.person(`over-${i}`)));
  // However fast the machine: nothing is answered while the database stands still, so the places fill up.
  const asked = await without(theatre, 'cosmos', 'hangs', async () => {
    const sent = crowd.map((buyer) => reserve(buyer, { performanceId, sectionId: 'F', quantity: 1 }));
    await oneShed(sent);
    return sent;
  });
  const answers = await Promise.all(asked);
  const shed = answers.filter(isShed);
  for (const { headers, body } of shed) {
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body).toMatchObject({ status: 429, title: expect.any(String), code: 'too-many-requests' });
  }
  const kept = answers.filter((answer) => !isShed(answer));
  expect(kept.length).toBeGreaterThanOrEqual(OUTSTANDING);
  expect(kept.every(({ status }) => [201, 202].includes(status))).toBe(true);
  await eventually(
    async () => (await theatre.admin.get(`/admin/performances/${performanceId}/sales`)).body,
    ({ held }) => held === kept.length,
  );
  const next = await theatre.person('after-the-rush');
  expect((await reserve(next, { performanceId, sectionId: 'F', quantity: 1 })).status).toBe(201);
  expect((await theatre.anyone('/health')).status).toBe(200);
});

test('bodies, pages and seats of a request have bounds', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('too-much');
  const huge = JSON.stringify({ performanceId, seats: ['A-1-1'], note: 'x'.repeat(70_000) });
  expect(await reserve(buyer, huge as never)).toMatchObject({
    status: 413,
    body: { code: 'body-too-large' },
  });
  const beyond = 'x'.repeat(2_000_000);
  const refused = await call(
    `${theatre.urls.api}/reservations`,
    'POST',
    { authorization: `Bearer ${buyer.token}` },
    beyond,
  );
  expect(refused).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  const seats = Array.from({ length: 21 }, (_, i) => `A-1-${i + 1}`);
  expect((await reserve(buyer, { performanceId, seats })).status).toBe(400);
  expect((await theatre.anyone('/musicals?limit=101')).status).toBe(400);
  expect((await theatre.admin.get('/admin/reservations?limit=101')).status).toBe(400);
});
