import { asRead } from '../../../tests/samples/asRead';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID, wholeInStatus } from '../../../tests/samples/reservation';
import { keyOf } from '../../../tests/simulation/database';
import { cancel } from '../domain/cancellation.decide';
import { commonSchema } from '../domain/reservation';
import { changeReservation } from './changeReservation';

test('a reservation is created once', async () => {
  const { deps, stored } = openReservation();
  expect(await deps.reservations.create(inStatus.placed)).toMatchObject({ value: inStatus.placed });
  expect(await deps.reservations.create({ ...inStatus.placed, customerId: 'lee' })).toBe('conflict');
  expect(await stored()).toEqual(inStatus.placed);
});

test('whoever has written a reservation can write it again without a read, and keeps what a later version added', async () => {
  const open = openReservation();
  const { deps, given, database } = open;
  await given(inStatus.placed);
  await addLater(open);
  const read = await deps.reservations.read(RESERVATION_ID);
  if (read === undefined) throw new Error('it was stored');
  const once = await deps.reservations.replace(read);
  if (once === 'conflict') throw new Error('nobody else writes');
  const twice = await deps.reservations.replace({ ...once, value: { ...once.value, attempts: 2 } });
  expect(twice).toMatchObject({ value: { attempts: 2 } });
  expect(await deps.reservations.replace(once)).toBe('conflict');
  expect(database.query('reservations', keyOf(RESERVATION_ID), 'SELECT * FROM c', [])).toMatchObject([
    { attempts: 2, addedLater: { seat: 'A-1-1' } },
  ]);
});

test.each(Object.values(wholeInStatus))(
  'all that is known of what is $status is stored and read',
  async (whole) => {
    const { given, stored } = openReservation();
    await given(whole);
    expect(await stored()).toEqual(whole);
  },
);

/** A host of a later version adds a member to what is stored. */
async function addLater({ database, container }: ReturnType<typeof openReservation>): Promise<void> {
  const [known] = database.query('reservations', keyOf(RESERVATION_ID), 'SELECT * FROM c', []) as object[];
  await container('reservations').items.upsert({ ...known, addedLater: { seat: 'A-1-1' } });
}

test('what a later version has added survives whatever an older host writes', async () => {
  const open = openReservation();
  const { deps, given, sweep, database } = open;
  await given({ ...inStatus.held, dueAt: '2026-11-21T10:05:00.000Z' });
  await addLater(open);
  await changeReservation(deps, RESERVATION_ID, cancel);
  await sweep();
  expect(
    database.query('reservations', keyOf(RESERVATION_ID), "SELECT * FROM c WHERE c.kind = 'reservation'", []),
  ).toMatchObject([{ status: 'cancelled', attempts: 1, addedLater: { seat: 'A-1-1' } }]);
});

test('what is common to every status stays, whatever becomes of a reservation', async () => {
  const { deps, given, stored } = openReservation();
  const { version, history, dueAt: _due, ...kept } = commonSchema.parse(wholeInStatus.held);
  await given(wholeInStatus.held);
  await changeReservation(deps, RESERVATION_ID, cancel);
  expect(await stored()).toMatchObject({
    ...kept,
    status: 'cancelled',
    updatedAt: '2026-11-21T10:05:00.000Z',
    version: version + 1,
    history: [...history, { type: 'ReservationCancelled' }],
  });
});

test('a state that somebody else has changed is not overwritten', async () => {
  const { deps, given, stored } = openReservation();
  await given(inStatus.held);
  const read = await deps.reservations.read(RESERVATION_ID);
  const etag = read?.etag;
  expect(await deps.reservations.replace(asRead({ ...inStatus.expired, version: 2 }, etag))).not.toBe(
    'conflict',
  );
  expect(await deps.reservations.replace(asRead({ ...inStatus.cancelled, version: 2 }, etag))).toBe(
    'conflict',
  );
  expect((await stored()).status).toBe('expired');
});

const at = (minute: number) => `2026-11-21T10:0${minute}:00.000Z`;

test('what is due is listed, the longest overdue first, and no more than was asked for', async () => {
  const { deps, given } = openReservation();
  await given(
    { ...inStatus.held, reservationId: 'late', dueAt: at(3) },
    { ...inStatus.held, reservationId: 'later', dueAt: at(4) },
    { ...inStatus.held, reservationId: 'first', dueAt: at(1) },
    { ...inStatus.held, reservationId: 'not yet', dueAt: at(6) },
    { ...inStatus.completed, reservationId: 'never' },
  );
  expect(await deps.reservations.due(at(4), 10)).toEqual(['first', 'late', 'later']);
  expect(await deps.reservations.due(at(4), 1)).toEqual(['first']);
});

test('reservations are listed by page, the newest first, of one performance or status', async () => {
  const { deps, given } = openReservation();
  await given(
    { ...inStatus.held, reservationId: 'a', placedAt: at(1) },
    { ...inStatus.paid, reservationId: 'b', placedAt: at(2) },
    { ...inStatus.held, reservationId: 'c', placedAt: at(3), performanceId: 'm1.p2' },
  );
  const list = async (filter: Partial<Parameters<typeof deps.reservations.list>[0]>) =>
    (await deps.reservations.list({ limit: 10, ...filter })).map(({ reservationId }) => reservationId);
  expect(await list({})).toEqual(['c', 'b', 'a']);
  expect(await list({ limit: 2 })).toEqual(['c', 'b']);
  expect(await list({ after: `${at(2)} b` })).toEqual(['a']);
  expect(await list({ status: 'held' })).toEqual(['c', 'a']);
  expect(await list({ status: 'held', performanceId: 'm1.p1' })).toEqual(['a']);
});
