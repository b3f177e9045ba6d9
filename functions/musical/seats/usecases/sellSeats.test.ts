import { eventIdOf } from '../../../../shared/kernel/ids';
import { TooEarly } from '../../../../shared/messaging/eventHandler';
import { asRead } from '../../../../tests/samples/asRead';
import { sampleEvent } from '../../../../tests/samples/events';
import { giveSeats, openPerformance } from '../../../../tests/samples/musical';
import { paymentApproved } from '../../../reservation/contract';
import type { Allocation } from '../domain/allocation';
import { sellSeats } from './sellSeats';

const ref = { reservationId: 'r1', performanceId: 'm1.p1' };
const approved = sampleEvent(paymentApproved, 'r1', {
  ...ref,
  customerId: 'kim',
  amount: 340_000,
  currency: 'KRW',
});
const PAIR = ['A-1-1', 'A-1-2'];

/** What PaymentApproved of r1 is answered with. */
const answer = (type: string, data: object) => ({
  type,
  id: eventIdOf(approved.id, type),
  data: { ...ref, ...data },
});
const seatsSold = answer('SeatsSold', {});
const alreadySold = answer('SeatAlreadySold', { taken: PAIR });

async function openHouse(allocation: Partial<Allocation>) {
  const musical = await openPerformance();
  const given = await giveSeats(musical, allocation);
  const answers = () => musical.published().map(({ id, type, data }) => ({ type, id, data }));
  return { ...musical, given, answers, sell: () => sellSeats(musical.deps, approved) };
}

test('given reserved seats, they are sold and what was paid is noted', async () => {
  const { sell, given, allocation, answers } = await openHouse({ phase: 'reserved' });
  await sell();
  expect(await allocation('r1')).toEqual({ ...given, phase: 'sold', captured: 340_000 });
  expect(answers()).toEqual([seatsSold]);
});

test('a payment that began in time counts, though the time is over when it is heard', async () => {
  const { sell, allocation, clock, answers } = await openHouse({ phase: 'reserved' });
  clock.nowMs += 24 * 60 * 60 * 1000;
  await sell();
  expect(await allocation('r1')).toMatchObject({ phase: 'sold' });
  expect(answers()).toEqual([seatsSold]);
});

test.each<[string, Partial<Allocation>, object]>([
  ['sold already', { phase: 'sold', captured: 340_000 }, seatsSold],
  ['released', { phase: 'released' }, alreadySold],
  ['refused', { phase: 'refused' }, alreadySold],
  ['revoked', { phase: 'revoked' }, alreadySold],
])(
  'given seats that are %s, nothing changes and the answer is published',
  async (_what, allocation, expected) => {
    const house = await openHouse(allocation);
    await house.sell();
    await house.sell();
    expect(await house.allocation('r1')).toEqual(house.given);
    expect(house.answers()).toEqual([expected]);
  },
);

test('the same payment told twice sells once, and both are answered with the same event', async () => {
  const { sell, answers, allocation } = await openHouse({ phase: 'reserved' });
  await sell();
  const sold = await allocation('r1');
  await sell();
  expect(await allocation('r1')).toEqual(sold);
  expect(answers()).toEqual([seatsSold]);
});

test('a payment that is told of before its seats are reserved comes again later', async () => {
  const held = await openHouse({ phase: 'hold' });
  await expect(held.sell()).rejects.toThrow(TooEarly);
  const none = await openHouse({ id: 'r2' });
  await expect(none.sell()).rejects.toThrow(TooEarly);
  expect([...held.answers(), ...none.answers()]).toEqual([]);
});

test('when the seats are taken over between reading and writing, the payment has lost', async () => {
  const { sell, meanwhile, deps, given, allocation, answers } = await openHouse({ phase: 'reserved' });
  meanwhile(async () => {
    const stored = await deps.seats.allocation('m1.p1', 'r1');
    await deps.seats.replace(asRead({ ...given, phase: 'released' }, stored?.etag));
  });
  await sell();
  expect(await allocation('r1')).toEqual({ ...given, phase: 'released' });
  expect(answers()).toEqual([alreadySold]);
});

test('a sale whose reply was lost is found', async () => {
  const { sell, loseNextReply, allocation, answers } = await openHouse({ phase: 'reserved' });
  loseNextReply();
  await sell();
  expect(await allocation('r1')).toMatchObject({ phase: 'sold' });
  expect(answers()).toEqual([seatsSold]);
});
