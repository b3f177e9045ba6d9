import { giveSeats, openPerformance } from '../../../../tests/samples/musical';
import { returnSome } from '../domain/allocation.decide';
import type { Availability } from '../domain/availability';
import { projectSeats } from './projectSeats';
import { rebuildAvailability } from './rebuildAvailability';
import { tendMusical } from './tendMusical';

/** Two allocations, one of them sold, and the map as it should be. */
async function openMap() {
  const opened = await openPerformance();
  const { deps, pending, clock } = opened;
  await giveSeats(opened, { id: 'r1', seats: ['A-1-1', 'A-1-2'], phase: 'sold' });
  await giveSeats(opened, { id: 'r2', seats: ['A-2-1', 'A-2-2'], customerId: 'lee' });
  await rebuildAvailability(deps, 'm1.p1');
  const lines: { message: string; count?: unknown; seats?: unknown }[] = [];
  const note = (message: string, fields: object = {}) => void lines.push({ message, ...fields });
  const log = { info: note, warn: note, error: note };
  const look = async (afterMs = 60_000) => {
    clock.nowMs += afterMs;
    await tendMusical({ ...deps, log, pending, readers: {}, everySeconds: 60 });
    return (await pending.progressOf('musical'))?.value.figures.seatMapDrift;
  };
  const map = async (): Promise<Availability> => (await deps.availability.read('m1.p1')).value;
  const corrupt = async (change: (map: Availability) => Availability) => {
    const stored = await deps.availability.read('m1.p1');
    await deps.availability.write({ ...stored, value: change(stored.value) });
  };
  const right = await map();
  return { ...opened, lines, look, map, corrupt, right };
}

test('a map that shows what is, is left alone', async () => {
  const { look, lines } = await openMap();
  for (let run = 0; run < 4; run++) expect(await look()).toBe(0);
  expect(lines).toEqual([]);
});

test('two seats that were swapped, with every count as it was, are found after two minutes, told once and mended', async () => {
  const { look, lines, map, corrupt, right } = await openMap();
  await corrupt(({ blocks, ...rest }) => ({
    ...rest,
    blocks: { ...blocks, 'A-1': { marks: '.ss' } },
  }));
  expect(await look()).toBe(0);
  expect(await look()).toBe(0);
  expect(await look()).toBe(2);
  expect(lines[0]).toMatchObject({ message: 'seat map drifted', count: 2, seats: ['A-1-1', 'A-1-3'] });
  expect(lines[1]).toMatchObject({ message: 'seat map rebuilt' });
  expect(await map()).toEqual(right);
});

test('a seat that was returned, as the map shows it, is no drift', async () => {
  const { deps, look, lines, map } = await openMap();
  const stored = await deps.seats.allocation('m1.p1', 'r1');
  if (stored === undefined) throw new Error('r1 is gone');
  const value = returnSome(stored.value, { n: 1, seats: ['A-1-2'], refund: 0, fee: 0 });
  await deps.seats.replace({ ...stored, value });
  await rebuildAvailability(deps, 'm1.p1');
  expect((await map()).blocks['A-1']).toEqual({ marks: 'sf' });
  for (let run = 0; run < 4; run++) expect(await look()).toBe(0);
  expect(lines).toEqual([]);
});

test('a map that is gone shows every seat free that is not, and is made anew', async () => {
  const { look, map, containers, right } = await openMap();
  await containers.availability.item('m1.p1', 'm1.p1').delete();
  await look();
  expect(await look(119_000)).toBe(0);
  expect(await look(1_000)).toBe(4);
  expect(await map()).toEqual(right);
});

test('a map that nobody can read is made anew', async () => {
  const { look, map, containers, lines, right } = await openMap();
  await containers.availability.items.upsert({ id: 'm1.p1', performanceId: 'm1.p1', blocks: 'none' });
  await look();
  expect(await look(119_000)).toBe(0);
  expect(await look(1_000)).toBe(4);
  expect(lines.map(({ message }) => message)).toContain('seat map cannot be read');
  expect(await map()).toEqual(right);
});

test('a map that is only behind is no drift', async () => {
  const { look, lines, corrupt, deps, right } = await openMap();
  await corrupt(({ blocks, ...rest }) => ({ ...rest, blocks: { ...blocks, 'A-2': { marks: '' } } }));
  expect(await look()).toBe(0);
  const changes = (await deps.seats.allocations('m1.p1')).map((one) => ({ ...one, kind: 'allocation' }));
  await projectSeats(deps, changes, async () => {});
  expect((await deps.availability.read('m1.p1')).value).toEqual(right);
  expect(await look()).toBe(0);
  expect(lines).toEqual([]);
});

test('what was found stays in the figure for ten minutes', async () => {
  const { look, containers } = await openMap();
  await containers.availability.item('m1.p1', 'm1.p1').delete();
  await look();
  expect(await look(119_000)).toBe(0);
  expect(await look(1_000)).toBe(4);
  expect(await look(10 * 60_000)).toBe(4);
  expect(await look(1_000)).toBe(0);
});

test('a house of many sections is compared a few at a time, each in its turn', async () => {
  const sections = Array.from({ length: 10 }, (_, i) => ({
    sectionId: `S${i}`,
    kind: 'standing' as const,
    tier: 'R',
    capacity: 5,
  }));
  const { deps, pending } = await openPerformance({ sections });
  const asked: string[] = [];
  const seats = {
    ...deps.seats,
    sectionAsRead: (performanceId: string, sectionId: string) => {
      asked.push(sectionId);
      return deps.seats.sectionAsRead(performanceId, sectionId);
    },
  };
  for (let run = 0; run < 5; run++)
    await tendMusical({ ...deps, seats, pending, readers: {}, everySeconds: 60 });
  const names = sections.map(({ sectionId }) => sectionId);
  // After the last one a run finds no further musical, and the next begins anew.
  expect(asked).toEqual([...names, ...names.slice(0, 4)]);
});
