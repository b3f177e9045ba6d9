import fc from 'fast-check';
import type { z } from 'zod';
import { sectionsBody } from '../../functions/musical/catalogue/triggers/planBody';
import {
  houseBody,
  importBody,
  musicalBody,
  musicalsQuery,
  performanceBody,
} from '../../functions/musical/catalogue/triggers/schemas';
import { musicalEvents } from '../../functions/musical/contract';
import { holdBody } from '../../functions/musical/seats/triggers/schemas';
import { reservationEvents } from '../../functions/reservation/contract';
import {
  paymentBody,
  reservationBody,
  reservationsQuery,
} from '../../functions/reservation/triggers/schemas';
import type { EndpointSpec } from '../../shared/http/endpoint';
import { Problem } from '../../shared/http/problem';
import { readRequest } from '../../shared/http/request';
import { isoTime } from '../../shared/kernel/time';
import { instantOf } from '../../shared/kernel/zone';
import { type EventEnvelope, UnreadableEvent } from '../../shared/messaging/envelope';
import { on, react } from '../../shared/messaging/eventHandler';
import { sampleCaller, sampleRequest } from '../samples/http';
import { ZONES } from '../samples/zones';

const odd = fc.constantFrom(
  null,
  '',
  '__proto__',
  'constructor',
  -1,
  0.5,
  1e308,
  [],
  {},
  [null],
  'Mars/Olympus',
);
const anyJson = fc.oneof(odd, fc.jsonValue(), fc.string({ unit: 'binary' }));

/** The sample, some of its members left out or replaced by whatever, and maybe a member of any name. */
const almost = (sample: object): fc.Arbitrary<unknown> => {
  const members = Object.entries(sample).map(([name, value]) => {
    const kept = { weight: 12, arbitrary: fc.constant(value) };
    return [name, fc.oneof(kept, fc.constant(undefined), anyJson)] as const;
  });
  const known = fc.record(Object.fromEntries(members));
  const added = fc.dictionary(fc.string(), anyJson, { maxKeys: 1 });
  const more = fc.tuple(known, added).map(([a, b]) => ({ ...a, ...b }));
  return fc.oneof({ weight: 6, arbitrary: known }, more, anyJson);
};

const venue = { name: 'Blue Square', timeZone: 'Asia/Seoul' };
const sections = [
  { sectionId: 'A', kind: 'seated', tier: 'VIP', rows: [{ row: '1', seats: 10 }] },
  { sectionId: 'S', kind: 'standing', tier: 'R', capacity: 20 },
];
const BODIES: readonly (readonly [string, z.ZodType, object])[] = [
  ['a musical', musicalBody, { title: 'Midnight', startDate: '2026-12-01', endDate: '2026-12-31', venue }],
  ['a venue', musicalBody.shape.venue, venue],
  [
    'a performance',
    performanceBody,
    {
      startsAt: '2026-12-24T19:30:00',
      salesOpenAt: '2026-12-01T10:00:00+09:00',
      currency: 'KRW',
      priceTiers: { VIP: 170_000, R: 130_000 },
      sections,
      cancellationPolicy: {
        freeDays: 7,
        freeUntilDaysBefore: 10,
        tiers: [{ daysBefore: 1, feePercent: 10 }],
      },
    },
  ],
  ['a house', houseBody, { ...venue, sections, floors: ['1'], stage: { x: 0, y: 0, width: 9 } }],
  ['a plan of pretix', importBody, { format: 'pretix', plan: { name: 'Hall', zones: [{ rows: [] }] } }],
  ['a section', sectionsBody.element, sections[0] ?? {}],
  ['a hold', holdBody, { sectionId: 'S', quantity: 2 }],
  ['a reservation', reservationBody, { performanceId: 'm1.p1', seats: ['A-1-1'] }],
  ['a payment', paymentBody, { paymentKey: 'card-1', amount: 340_000 }],
];

/** What the request meets: its parsed parts or the problem's status. Anything else that is thrown goes on. */
const outcomeOf = async (spec: Partial<EndpointSpec>, parts: Parameters<typeof sampleRequest>[0]) => {
  const whole = {
    method: 'POST',
    route: 'things',
    summary: '',
    auth: 'anyone',
    answers: {},
    ...spec,
  } as EndpointSpec;
  try {
    return await readRequest(whole, sampleRequest(parts), sampleCaller);
  } catch (error) {
    if (error instanceof Problem) return error.definition.status;
    throw error;
  }
};

test.each(BODIES)(
  'whatever is sent as %s, it is read or refused with a problem',
  async (_what, body, sample) => {
    await fc.assert(
      fc.asyncProperty(almost(sample), async (sent) => {
        const outcome = await outcomeOf({ body }, { body: JSON.stringify(sent) });
        if (typeof outcome === 'number') expect(outcome).toBe(400);
        // Text is brought to NFC at the edge.
        else
          expect(body.safeParse(JSON.parse(JSON.stringify(sent).normalize('NFC'))).data).toEqual(
            outcome.body,
          );
      }),
      { numRuns: 200 },
    );
  },
);

test.each([
  ['musicals', musicalsQuery],
  ['reservations', reservationsQuery],
])('whatever is asked of the list of %s, it is read or refused with a problem', async (_what, query) => {
  const names = [...Object.keys(query.shape), '__proto__', 'x'];
  const values = fc.oneof(
    fc.string(),
    fc.constantFrom('1', '1.5', '1e1', '101', 'NaN', '2026-02-29', 'placed'),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), values), async (sent) => {
      const outcome = await outcomeOf({ query }, { query: sent });
      if (typeof outcome === 'number') expect(outcome).toBe(400);
      else expect((outcome.query as { limit: number }).limit % 1).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('whatever a client prefers, it waits whole milliseconds, half a minute at most', async () => {
  const wish = fc.constantFrom(
    'wait',
    'Wait',
    'respond-async',
    'wait=',
    'wait ="',
    '; wait=',
    '10',
    '-',
    '9'.repeat(40),
  );
  const header = fc.array(fc.oneof(wish, fc.stringMatching(/^[!-~ ]{0,5}$/)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(header, async (words) => {
      const outcome = await outcomeOf({}, { headers: { prefer: words.join('') } });
      if (typeof outcome === 'number') throw new Error(`refused with ${outcome}`);
      expect(Number.isInteger(outcome.waitMs) && outcome.waitMs >= 0 && outcome.waitMs <= 30_000).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const digits = (max: number, width = 2) => fc.nat({ max }).map((n) => String(n).padStart(width, '0'));
const offset = fc.oneof(
  fc.constantFrom('', 'Z'),
  fc.tuple(fc.constantFrom('+', '-'), digits(24), digits(60)).map(([sign, h, m]) => `${sign}${h}:${m}`),
);
const time = fc
  .tuple(digits(9_999, 4), digits(13), digits(32), digits(24), digits(60), offset)
  .map(([year, month, day, hour, minute, zone]) => `${year}-${month}-${day}T${hour}:${minute}${zone}`);

test('every time that is accepted is an instant that can be stored, in every zone', () => {
  fc.assert(
    fc.property(time, fc.constantFrom(...ZONES), (text, timeZone) => {
      fc.pre(performanceBody.shape.startsAt.safeParse(text).success);
      expect(isoTime(instantOf(text, timeZone))).toMatch(/^[+-]?\d{4,6}-/);
    }),
    { numRuns: 500 },
  );
});

const EVENTS = [...musicalEvents, ...reservationEvents];
const reference = { reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim' };
const told = {
  ...reference,
  customer: {},
  seats: ['A-1-1'],
  amount: 1,
  currency: 'KRW',
  reason: 'x',
  fee: 0,
  refund: 0,
};
const eventData = almost({
  ...told,
  taken: [],
  request: { holdId: 'h1' },
  sectionId: 'S',
  quantity: 1,
  detail: '',
});
const message = fc
  .record({ type: fc.constantFrom(...EVENTS.map(({ type }) => type)), data: eventData })
  .chain(({ type, data }) =>
    almost({
      specversion: '1.0',
      id: 'e1',
      source: '/marquee/musical',
      type,
      subject: 'r1',
      time: '2026-11-21T10:00:00.000Z',
      datacontenttype: 'application/json',
      data,
    }),
  );

test('whatever message comes, an event reaches its handler as its contract says, or the message is unreadable', async () => {
  const handled: EventEnvelope[] = [];
  const reactions = EVENTS.map((contract) =>
    on(contract as (typeof EVENTS)[0], async (_deps, event) => {
      handled.push(event);
    }),
  );
  await fc.assert(
    fc.asyncProperty(message, async (sent) => {
      const thrown = await react({}, reactions, sent).catch((error: unknown) => error);
      if (thrown !== undefined) return expect(thrown).toBeInstanceOf(UnreadableEvent);
      const event = handled.pop();
      const contract = EVENTS.find(({ type }) => type === event?.type);
      expect(contract?.data.safeParse(event?.data)).toEqual({ success: true, data: event?.data });
    }),
    { numRuns: 500 },
  );
});
