import { sampleEvent } from '../../../../tests/samples/events';
import { openMusical } from '../../../../tests/samples/musical';
import { reservationPlaced } from '../../../reservation/contract';
import { createPerformance, updatePerformance } from '../../catalogue/usecases/editPerformance';
import { holdSeats } from './holdSeats';
import { projectSeats } from './projectSeats';
import { readSales } from './readSales';
import { readMarks, readSeatMap } from './readSeatMap';
import { reserveSeats } from './reserveSeats';

/** Documents as the version before wrote them, letter by letter: a row is a count, and a mark's place is a number less one. */
const MUSICAL = {
  id: 'm1',
  kind: 'musical',
  listKey: '2026-12-01 m1',
  musicalId: 'm1',
  title: 'Midnight',
  startDate: '2026-12-01',
  endDate: '2026-12-31',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
};
const POLICY = { freeDays: 7, freeUntilDaysBefore: 10, tiers: [{ daysBefore: 1, feePercent: 30 }] };
const PERFORMANCE = {
  id: 'm1.p1',
  kind: 'performance',
  startsAt: '2026-12-24T10:30:00.000Z',
  currency: 'KRW',
  priceTiers: { VIP: 170000, R: 130000 },
  sections: [
    {
      sectionId: 'A',
      kind: 'seated',
      tier: 'VIP',
      rows: [
        { row: '1', seats: 4 },
        { row: '2', seats: 3 },
      ],
    },
    { sectionId: 'S', kind: 'standing', tier: 'R', capacity: 3 },
  ],
  maxSeatsPerReservation: 4,
  cancellationPolicy: POLICY,
  performanceId: 'm1.p1',
  musicalId: 'm1',
  title: 'Midnight',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
  status: 'scheduled',
};
const ALLOCATION = {
  id: 'r1',
  performanceId: 'm1.p1',
  customerId: 'kim',
  seats: ['A-1-2', 'A-1-4'],
  phase: 'sold',
  heldUntil: '2026-11-21T10:10:00.000Z',
  expiresAt: '2026-11-21T10:10:00.000Z',
  amount: 340000,
  currency: 'KRW',
  terms: {
    title: 'Midnight',
    startsAt: PERFORMANCE.startsAt,
    venue: MUSICAL.venue,
    cancellationPolicy: POLICY,
  },
  turns: [1, 2],
  captured: 340000,
  kind: 'allocation',
};
const { captured: _paid, ...UNPAID } = ALLOCATION;
const REFUSED = {
  ...UNPAID,
  id: 'r0',
  seats: [],
  turns: [],
  phase: 'refused',
  refusal: { code: 'sold-out', sectionId: 'S', quantity: 4 },
};
const claim = (id: string, turn: number) => ({
  id,
  performanceId: 'm1.p1',
  kind: 'claim',
  sectionId: 'A',
  allocationId: 'r1',
  turn,
});
const AVAILABILITY = {
  id: 'm1.p1',
  performanceId: 'm1.p1',
  blocks: { 'A-1': { marks: '.s.s', turns: ',,,2' } },
};

async function openStored() {
  const musical = openMusical();
  const { containers } = musical;
  for (const document of [MUSICAL, PERFORMANCE]) await containers.musicals.items.create(document);
  for (const document of [ALLOCATION, REFUSED, claim('A-1-2', 1), claim('A-1-4', 2)])
    await containers.seats.items.create(document);
  await containers.availability.items.create(AVAILABILITY);
  return musical;
}
const hold = { performanceId: 'm1.p1', customerId: 'lee', mayBeRepeated: false };

test('what the version before stored is read: the seats, what is free of them, and the books', async () => {
  const { deps } = await openStored();
  const { marks, available } = JSON.parse((await readMarks(deps, 'm1.p1')).text().json);
  expect(marks).toEqual({ A: { 1: '0202', 2: '000' }, S: '000' });
  expect(available).toBe(8);
  const { sections } = JSON.parse((await readSeatMap(deps, 'm1.p1')).text().json);
  expect(sections[0]).toMatchObject({ sectionId: 'A', tier: 'VIP', price: 170_000 });
  expect(sections[0].seats[1]).toEqual({ seatId: 'A-1-2', row: '1', number: 2, status: 'sold' });
  expect(await readSales(deps, 'm1.p1')).toMatchObject({ capacity: 10, sold: 2, gross: 340_000 });
  expect((await deps.seats.allocation('m1.p1', 'r0'))?.value.refusal).toEqual(REFUSED.refusal);
});

test('it is sold on, and its marks stay right from then on by the plan that they name', async () => {
  const { deps, containers } = await openStored();
  const held = await holdSeats(deps, { ...hold, holdId: 'r2', request: { sectionId: 'A', quantity: 3 } });
  expect(held.seats).toEqual(['A-2-1', 'A-2-2', 'A-2-3']);
  await expect(
    holdSeats(deps, { ...hold, holdId: 'r3', request: { seats: ['A-1-4'] } }),
  ).rejects.toMatchObject({ code: 'seat-taken' });
  await projectSeats(deps, [{ kind: 'allocation', ...held }], async () => {});
  const { resource } = await containers.availability.item('m1.p1', 'm1.p1').read();
  expect(resource).toMatchObject({
    plan: expect.any(String),
    blocks: { 'A-1': AVAILABILITY.blocks['A-1'], 'A-2': { marks: 'hhh' } },
  });
});

test('a house that is drawn anew as it stands has its marks made anew, for whoever reads them first', async () => {
  const { deps, clock } = await openStored();
  const {
    performanceId: _id,
    musicalId: _of,
    title: _title,
    venue: _venue,
    status: _status,
    id: _key,
    kind: _kind,
    ...fields
  } = PERFORMANCE;
  const rows = [
    { row: '1', numbers: [3, 1, 2, 4], gapsAfter: [1] },
    { row: '2', seats: 3 },
  ];
  const [, standing] = PERFORMANCE.sections;
  const sections = [{ ...PERFORMANCE.sections[0], rows }, standing];
  await updatePerformance(deps, 'm1.p1', { ...fields, sections } as never, undefined);
  clock.nowMs += 1_000;
  const { marks } = JSON.parse((await readMarks(deps, 'm1.p1')).text().json);
  expect(marks).toEqual({ A: { 1: '0022', 2: '000' }, S: '000' });
  const held = await holdSeats(deps, { ...hold, holdId: 'r2', request: { sectionId: 'A', quantity: 2 } });
  expect(held.seats).toEqual(['A-1-3', 'A-1-1']);
});

test('sections as they were stay in the performance, so that a host of the version before reads it', async () => {
  const { deps, containers } = await openStored();
  const {
    performanceId: _id,
    musicalId: _of,
    title: _title,
    venue: _venue,
    status: _status,
    id: _key,
    kind: _kind,
    ...fields
  } = PERFORMANCE;
  await createPerformance(deps, 'm1', async () => 'p2', fields as never);
  const { resource } = await containers.musicals.item('m1.p2', 'm1').read();
  expect(resource.sections).toEqual(PERFORMANCE.sections);
  expect(resource).not.toHaveProperty('plan');
});

test('a hold without lines is reserved at its price, shared by its seats', async () => {
  const { deps, containers, published } = await openStored();
  const later = '2026-12-01T10:10:00.000Z';
  const before = { ...UNPAID, id: 'r9', phase: 'hold', amount: 300_001, heldUntil: later, expiresAt: later };
  await containers.seats.items.create(before);
  const data = { reservationId: 'r9', performanceId: 'm1.p1', customerId: 'kim', request: { holdId: 'r9' } };
  await reserveSeats(deps, sampleEvent(reservationPlaced, 'r9', data));
  expect(published()).toMatchObject([
    {
      type: 'SeatsHeld',
      data: {
        amount: 300_001,
        bookingFee: 0,
        lines: [
          { seatId: 'A-1-2', priceTypeId: 'standard', price: 150_001 },
          { seatId: 'A-1-4', priceTypeId: 'standard', price: 150_000 },
        ],
      },
    },
  ]);
});
