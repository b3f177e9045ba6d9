import { asRead } from '../../../../tests/samples/asRead';
import { standing } from '../../../../tests/samples/house';
import { giveSeats, NOW, openPerformance } from '../../../../tests/samples/musical';
import { lookAtSection } from '../caches';
import { release } from '../domain/allocation.decide';
import { chooseSeats } from './chooseSeats';

/** So late a try that the claims themselves are read. */
const late = () => ({ number: 11, lost: new Set<string>() });
const LATER = '2026-11-21T11:00:00.000Z';

test('what is called sold out is looked at again a second later, though the availability stands still', async () => {
  const house = await openPerformance({ sections: [standing('S', 2)] });
  const { deps, clock, performance } = house;
  const hold = await giveSeats(house, { seats: ['S-1', 'S-2'], heldUntil: LATER });
  const ask = () => chooseSeats(deps, performance, { sectionId: 'S', quantity: 2 }, late());
  const soldOut = { kind: 'refused', refusal: { code: 'sold-out', sectionId: 'S', quantity: 2 } };
  expect(await ask()).toEqual(soldOut);

  const stored = await deps.seats.allocation('m1.p1', hold.id);
  await deps.seats.replace(asRead(release(hold, { refund: 0, fee: 0 }), stored?.etag));
  expect(await ask()).toEqual(soldOut);
  clock.nowMs += 1_000;
  expect(await ask()).toEqual({ kind: 'chosen', seats: ['S-1', 'S-2'] });
});

test('a crowd that wants what is not there costs one look a second, also while that is under way', async () => {
  const house = await openPerformance({ sections: [standing('S', 2)] });
  await giveSeats(house, { seats: ['S-1'], turns: [1], heldUntil: LATER });
  let looks = 0;
  const { performance } = house;
  const sectionAsRead: typeof house.deps.seats.sectionAsRead = (...section) => {
    looks += 1;
    return house.deps.seats.sectionAsRead(...section);
  };
  const deps = {
    ...house.deps,
    lookAtSection: lookAtSection({ sectionAsRead }, house.deps.clock),
  };
  const ask = (quantity: number) => chooseSeats(deps, performance, { sectionId: 'S', quantity }, late());
  const crowd = await Promise.all(Array.from({ length: 40 }, () => ask(2)));
  expect(crowd.every(({ kind }) => kind === 'refused')).toBe(true);
  house.clock.nowMs += 999;
  await ask(2);
  expect(looks).toBe(1);
  expect(await ask(1)).toEqual({ kind: 'chosen', seats: ['S-2'] });
  house.clock.nowMs += 1;
  await ask(2);
  expect(looks).toBe(2);
});

test('seats that an earlier try found taken are not tried again', async () => {
  const { deps, performance } = await openPerformance({ sections: [standing('S', 3)] });
  const attempt = { number: 1, lost: new Set(['S-1', 'S-3']) };
  const choice = await chooseSeats(deps, performance, { sectionId: 'S', quantity: 1 }, attempt);
  expect(choice).toEqual({ kind: 'chosen', seats: ['S-2'] });
});

test('seats that are named are tried as they are named', async () => {
  const { deps, performance } = await openPerformance();
  const seats = ['S-9', 'A-2-1'];
  expect(await chooseSeats(deps, performance, { seats }, late())).toEqual({ kind: 'chosen', seats });
});

test('seats whose hold has run out are free, though nobody has taken them over yet', async () => {
  const house = await openPerformance({ sections: [standing('S', 2)] });
  const { deps, performance } = house;
  await giveSeats(house, { seats: ['S-1'], turns: [1], heldUntil: NOW });
  await giveSeats(house, { id: 'r2', seats: ['S-2'], turns: [1], phase: 'released' });
  const choice = await chooseSeats(deps, performance, { sectionId: 'S', quantity: 2 }, late());
  expect(choice).toEqual({ kind: 'chosen', seats: ['S-1', 'S-2'] });
});
