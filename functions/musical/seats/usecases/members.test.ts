import { newEvent } from '../../../../shared/messaging/envelope';
import { sampleEvent } from '../../../../tests/samples/events';
import { giveSeats, NOW, openPerformance } from '../../../../tests/samples/musical';
import type { Standing } from '../../../membership/contract';
import { erasureAsked, reservationPlaced } from '../../../reservation/contract';
import type { Performance } from '../../catalogue/domain/performance';
import { eraseCustomer } from './eraseCustomer';
import { hearStanding } from './hearStanding';
import { holdSeats } from './holdSeats';
import { reserveSeats } from './reserveSeats';

const OPENED = '2026-11-21T10:00:00.000Z';
const OPENS = '2026-11-22T10:00:00.000Z';
const inPresale = { presaleOpenAt: OPENED, salesOpenAt: OPENS };
const name = { ko: '회원가', en: 'Friends' };
const priceTypes: Performance['priceTypes'] = [
  { priceTypeId: 'senior', name, percentOff: 30 },
  { priceTypeId: 'friends', name, percentOff: 50, membersOnly: true },
];

const good: Standing = { status: 'active', benefits: { presale: true, percentOff: 10 }, overdue: 0 };
const overdue: Standing = { ...good, overdue: 1 };
const ended: Standing = { status: 'ended', benefits: {}, overdue: 0 };

/** The sample performance, and Kim with what was heard of him as a member, in this order. */
async function openHouse(
  changes: Partial<Performance>,
  ...heard: readonly (Standing | [number, Standing])[]
) {
  const house = await openPerformance(changes);
  const { deps } = house;
  const hear = (version: number, standing: Standing, customerId = 'kim') =>
    hearStanding(deps, { data: { customerId, version, standing } });
  for (const [i, one] of heard.entries()) {
    const [version, standing] = 'status' in one ? [i + 1, one] : one;
    await hear(version, standing);
  }
  const hold = (seats = ['A-1-1', 'A-1-2'], customerId = 'kim') =>
    holdSeats(deps, {
      ...{ performanceId: 'm1.p1', customerId, holdId: 'r1', mayBeRepeated: false },
      request: { seats },
    });
  type Request = Parameters<typeof reserveSeats>[1]['data']['request'];
  const place = async (request: Request, counter?: object) => {
    const ref = { reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim' };
    const data = { ...ref, request, ...(counter && { counter }) };
    await reserveSeats(deps, sampleEvent(reservationPlaced, 'r1', data));
    return house.published().at(-1);
  };
  const known = async (customerId = 'kim') => (await deps.members.read(customerId))?.value;
  return { ...house, hear, hold, place, known };
}

test('in the presale a member with presale holds, reserves and renews', async () => {
  const { hold, place } = await openHouse(inPresale, good);
  expect(await hold()).toMatchObject({ phase: 'hold' });
  expect(await place({ holdId: 'r1' })).toMatchObject({ type: 'SeatsHeld' });
});

test.each<[string, Standing[], string]>([
  ['is no member', [], 'anybody'],
  ['has ended the membership', [good, ended], 'anybody'],
  ['has a membership whose last day was yesterday', [{ ...good, endsOn: '2026-11-20' }], 'anybody'],
  ['has an overdue bill', [good, overdue], 'overdue'],
  ['has a plan without presale', [{ ...good, benefits: { percentOff: 10 } }], 'member'],
])('in the presale who %s holds nothing, and hears when sales open', async (_who, heard, buyer) => {
  const { hold, place } = await openHouse(inPresale, ...heard);
  await expect(hold()).rejects.toMatchObject({
    code: 'members-only',
    extensions: { salesOpenAt: OPENS, buyer },
  });
  expect(await place({ seats: ['A-1-1'] })).toMatchObject({
    type: 'SeatsRefused',
    data: { reason: 'members-only', detail: expect.stringContaining(OPENS) },
  });
});

test('on its last day, by the theatre’s calendar, a membership is still one', async () => {
  const { hold } = await openHouse(inPresale, { ...good, status: 'ending', endsOn: '2026-11-21' });
  expect(await hold()).toMatchObject({ phase: 'hold' });
});

test('before the presale nobody holds, and from the opening of sales everybody does', async () => {
  const early = await openHouse({ ...inPresale, presaleOpenAt: '2026-11-21T10:06:00.000Z' }, good);
  await expect(early.hold()).rejects.toMatchObject({ code: 'not-on-sale' });
  const { hold, clock } = await openHouse(inPresale);
  clock.nowMs = Date.parse(OPENS);
  expect(await hold()).toMatchObject({ phase: 'hold' });
});

test('a hold offers members their price types and the price of their plan, and freezes them', async () => {
  const { hold, hear, place } = await openHouse({ priceTypes }, good);
  const { terms } = await hold();
  expect(terms?.priceTypes).toMatchObject([
    { priceTypeId: 'senior' },
    { priceTypeId: 'friends' },
    { priceTypeId: 'member', percentOff: 10 },
  ]);
  await hear(2, { ...good, benefits: {} });
  expect(await place({ holdId: 'r1', priceTypes: { 'A-1-1': 'member', 'A-1-2': 'friends' } })).toMatchObject({
    type: 'SeatsHeld',
    data: {
      lines: [
        { priceTypeId: 'member', price: 153_000 },
        { priceTypeId: 'friends', price: 85_000 },
      ],
      amount: 238_000,
    },
  });
});

test.each<[string, Standing[]]>([
  ['is no member', []],
  ['has an overdue bill', [good, overdue]],
])('who %s is offered no members’ price, and pays none', async (_who, heard) => {
  for (const asked of ['friends', 'member']) {
    const { hold, place } = await openHouse({ priceTypes }, ...heard);
    const { terms } = await hold(['A-1-1']);
    expect(terms?.priceTypes?.map(({ priceTypeId }) => priceTypeId)).toEqual(['senior']);
    const refused = { reason: 'members-only', pointer: '/priceTypes/A-1-1' };
    expect(await place({ holdId: 'r1', priceTypes: { 'A-1-1': asked } })).toMatchObject({
      type: 'SeatsRefused',
      data: refused,
    });
    const direct = await openHouse({ priceTypes }, ...heard);
    const request = { sectionId: 'A', quantity: 1, priceTypes: { [asked]: 1 } };
    expect(await direct.place(request)).toMatchObject({
      data: { ...refused, pointer: `/priceTypes/${asked}` },
    });
  }
});

test('without a hold a member pays the member’s price too', async () => {
  const { place } = await openHouse({ priceTypes }, good);
  expect(await place({ seats: ['A-1-1'], priceTypes: { 'A-1-1': 'member' } })).toMatchObject({
    type: 'SeatsHeld',
    data: { amount: 153_000, priceTypes: [{ priceTypeId: 'member' }] },
  });
});

test('a member without a percentage has no price of the plan, but those for members', async () => {
  const { hold } = await openHouse({ priceTypes }, { ...good, benefits: { presale: true } });
  const { terms } = await hold();
  expect(terms?.priceTypes?.map(({ priceTypeId }) => priceTypeId)).toEqual(['senior', 'friends']);
});

test('at the counter staff sell in the presale, at the prices for members, but at no plan’s', async () => {
  const { place } = await openHouse({ ...inPresale, priceTypes });
  const request = { seats: ['A-1-1'], priceTypes: { 'A-1-1': 'friends' } };
  expect(await place(request, {})).toMatchObject({ type: 'SeatsHeld', data: { amount: 85_000 } });
  const other = await openHouse({ priceTypes });
  expect(await other.place({ ...request, priceTypes: { 'A-1-1': 'member' } }, {})).toMatchObject({
    data: { reason: 'members-only' },
  });
});

test('of what is heard of a member the newest version stays, whatever comes again or late', async () => {
  const { known, hear } = await openHouse({}, [2, overdue], [1, good], [2, good]);
  expect(await known()).toEqual({ customerId: 'kim', version: 2, standing: overdue });
  await hear(3, good);
  await hear(1, overdue, 'lee');
  expect([(await known())?.standing.overdue, (await known('lee'))?.version]).toEqual([0, 1]);
});

test('of two that come at once the newest stays', async () => {
  const { deps, meanwhile, hear, known } = await openHouse({}, good);
  meanwhile(() => hear(3, overdue));
  await hear(2, good);
  expect(await known()).toMatchObject({ version: 3, standing: { overdue: 1 } });
  expect((await deps.members.read('lee'))?.value).toBeUndefined();
});

test('a member who is erased is forgotten but for the version, however often, so that what is late stays late', async () => {
  const house = await openHouse(inPresale, good, { ...good, benefits: { presale: true } });
  const empty = newEvent(erasureAsked, {
    ...{ causeId: 'c', subject: 's', time: NOW },
    data: { customerId: 'kim', n: 1, at: NOW, step: 'empty' as const },
  });
  for (let times = 0; times < 2; times++) await eraseCustomer(house.deps, empty);
  const forgotten = { customerId: 'kim', version: 2, standing: ended };
  expect(await house.known()).toEqual(forgotten);
  await house.hear(2, good);
  expect(await house.known()).toEqual(forgotten);
  await giveSeats(house, { id: 'r9', customerId: 'lee' });
  await expect(house.hold(['A-1-5'])).rejects.toMatchObject({ code: 'members-only' });
});

test('in the presale a hold looks once at who asks, and outside it a refused one never', async () => {
  const presale = await openHouse(inPresale, good);
  const reads = jest.spyOn(presale.deps.members, 'read');
  await presale.hold();
  expect(reads).toHaveBeenCalledTimes(1);

  const open = await openHouse({}, good);
  await giveSeats(open, { id: 'r9', customerId: 'lee' });
  open.deps.contention.add('m1.p1');
  const looks = jest.spyOn(open.deps.members, 'read');
  await expect(open.hold(['A-1-1'])).rejects.toMatchObject({ code: 'seat-taken' });
  expect(looks).not.toHaveBeenCalled();
});
