import { newTicketKey } from '../../../local/marquee/ticketKeys';
import { sampleEvent } from '../../../tests/samples/events';
import { openAdmission } from '../../../tests/samples/openAdmission';
import { cancellationAccepted } from '../../reservation/contract';
import { ticketCodes } from '../codes';
import { admit, type ScanAsked } from './admit';
import { hearCancellationAccepted } from './hearOfReservation';
import { readDoor } from './readDoor';
import { takeAdmissionBack } from './takeAdmissionBack';

const performanceId = 'm1.p1';

function door(open = openAdmission()) {
  let count = 0;
  const scanAll = (scans: readonly ScanAsked[], at = performanceId) =>
    admit(open.deps, { performanceId: at, scans, by: 'door-1' });
  const scan = async (code: string, more: Partial<ScanAsked> = {}, at = performanceId) => {
    const [judged] = await scanAll([{ scanId: `scan-${++count}`, code, ...more }], at);
    if (judged === undefined) throw new Error('no verdict');
    return judged;
  };
  const cancel = (n: number, seats: string[], evenIfAdmitted = false) =>
    hearCancellationAccepted(
      open.deps,
      sampleEvent(cancellationAccepted, 'r1', {
        reservationId: 'r1',
        performanceId,
        customerId: 'kim',
        version: 5,
        n,
        seats,
        lines: ['A-1', 'A-2'].map((seatId) => ({ seatId, tier: 'VIP', priceTypeId: 'standard', price: 1 })),
        evenIfAdmitted,
      }),
    );
  const takeBack = (ticketId: string) => takeAdmissionBack(open.deps, performanceId, ticketId);
  return { ...open, scan, scanAll, cancel, takeBack, look: () => readDoor(open.deps, performanceId) };
}

test('a ticket is let in once, and whoever comes later learns when and by whom', async () => {
  const { sell, scan, seats } = door();
  const [code = ''] = await sell(['A-1', 'A-2']);
  expect(await scan(code, { scanner: 'left' })).toMatchObject({
    verdict: 'admitted',
    ticketId: 'r1.1',
    seatId: 'A-1',
    admittedAt: '2026-12-24T09:30:00.000Z',
  });
  expect(await scan(code, { scanner: 'right' })).toMatchObject({
    verdict: 'already-admitted',
    admittedAt: '2026-12-24T09:30:00.000Z',
    admittedBy: 'left',
  });
  expect(await seats()).toEqual(['A-1 admitted', 'A-2 valid']);
});

test('a code of another performance, one that nobody of ours signed, and nonsense are told apart', async () => {
  const { sell, scan } = door();
  const [code = ''] = await sell(['A-1'], 'r1', 'm1.p2');
  expect((await scan(code)).verdict).toBe('wrong-performance');
  const forged = ticketCodes(newTicketKey()).codeOf('r1.1', performanceId);
  expect((await scan(forged)).verdict).toBe('unknown');
  expect((await scan('nonsense')).verdict).toBe('unknown');
  expect((await scan(code, {}, 'm1.p2')).verdict).toBe('admitted');
});

test('a signed code whose ticket is nowhere is looked for again, and then unknown', async () => {
  const { deps, scan } = door();
  expect((await scan(deps.codes.codeOf('r9.1', performanceId))).verdict).toBe('unknown');
});

test('a void ticket is not let in', async () => {
  const { sell, scan, cancel } = door();
  const [code = ''] = await sell(['A-1', 'A-2']);
  await cancel(1, ['A-1']);
  expect(await scan(code)).toMatchObject({ verdict: 'void', seatId: 'A-1' });
});

test.each<[string, string]>([
  ['admitted', 'already-admitted'],
  ['already-admitted', 'admitted'],
])('a verdict is final: “%s” stays although a new scan would give “%s”', async (first, now) => {
  const { sell, scan, takeBack } = door();
  const [code = ''] = await sell(['A-1']);
  if (first === 'already-admitted') await scan(code);
  expect((await scan(code, { scanId: 'repeated' })).verdict).toBe(first);
  if (now === 'admitted') await takeBack('r1.1');
  expect((await scan(code, { scanId: 'repeated' })).verdict).toBe(first);
  expect((await scan(code)).verdict).toBe(now);
  expect((await scan(code, { scanId: 'repeated' })).verdict).toBe(first);
});

test('a verdict that changed nothing is final, too', async () => {
  const { sell, scan } = door();
  expect((await scan('nonsense', { scanId: 'repeated' })).verdict).toBe('unknown');
  const [code = ''] = await sell(['A-1']);
  expect((await scan(code, { scanId: 'repeated' })).verdict).toBe('unknown');
});

test('given the reply is lost, the same scan sent again finds that it was let in', async () => {
  const { sell, scan, faults, seats } = door();
  const [code = ''] = await sell(['A-1']);
  faults.losesReplies = true;
  const first = await scan(code, { scanId: 'repeated' });
  faults.losesReplies = false;
  expect(first.verdict).toBe('admitted');
  expect((await scan(code, { scanId: 'repeated' })).verdict).toBe('admitted');
  expect(await seats()).toEqual(['A-1 admitted']);
});

test('ten scanners at one ticket at one moment: one of them lets it in', async () => {
  const { sell, scan } = door();
  const [code = ''] = await sell(['A-1']);
  const verdicts = await Promise.all(Array.from({ length: 10 }, async () => (await scan(code)).verdict));
  expect(verdicts.filter((verdict) => verdict === 'admitted')).toHaveLength(1);
  expect(verdicts.filter((verdict) => verdict === 'already-admitted')).toHaveLength(9);
});

test('one request has all its scans judged, those of one ticket in their order', async () => {
  const { sell, scanAll } = door();
  const codes = [...(await sell(['A-1', 'A-2'])), ...(await sell(['B-1'], 'r2'))];
  const scans = [...codes, ...codes, 'nonsense'].map((code, i) => ({ scanId: `s${i}`, code }));
  const judged = await scanAll(scans);
  expect(judged.map(({ scanId, verdict }) => `${scanId} ${verdict}`)).toEqual([
    's0 admitted',
    's1 admitted',
    's2 admitted',
    's3 already-admitted',
    's4 already-admitted',
    's5 already-admitted',
    's6 unknown',
  ]);
});

test('who was let in keeps the seats, and a cancellation is put back; taken back, the next one voids', async () => {
  const { sell, scan, cancel, takeBack, seats, topic } = door();
  const [code = ''] = await sell(['A-1', 'A-2']);
  await scan(code);
  await cancel(1, ['A-1', 'A-2']);
  expect(topic.taken.at(-1)).toMatchObject({ type: 'TicketsAdmitted', data: { n: 1, seats: ['A-1'] } });
  expect(await seats()).toEqual(['A-1 admitted', 'A-2 valid']);
  await takeBack('r1.1');
  await cancel(1, ['A-1', 'A-2']);
  expect(topic.taken.at(-1)).toMatchObject({ type: 'TicketsAdmitted', data: { n: 1 } });
  await cancel(2, ['A-1', 'A-2']);
  expect(topic.taken.at(-1)).toMatchObject({ type: 'TicketsVoided', data: { n: 2 } });
  expect((await scan(code)).verdict).toBe('void');
});

test.each(['the scan', 'the cancellation'])(
  'cancelled and let in at the same moment, %s a little earlier: one of the two',
  async (earlier) => {
    const { sell, scan, cancel, seats, topic } = door();
    const [code = ''] = await sell(['A-1', 'A-2']);
    const both = { scan: () => scan(code), cancel: () => cancel(1, ['A-1']) };
    const [scanned, cancelled] =
      earlier === 'the scan' ? [both.scan(), both.cancel()] : [undefined, both.cancel()];
    const { verdict } = await (scanned ?? both.scan());
    await cancelled;
    const answer = topic.taken.at(-1)?.type;
    expect(['admitted A-1 admitted TicketsAdmitted', 'void A-1 void TicketsVoided']).toContain(
      [verdict, (await seats())[0], answer].join(' '),
    );
  },
);

test('the theatre voids the tickets of those who were let in, and an admission of a void ticket cannot be taken back', async () => {
  const { sell, scan, cancel, takeBack, seats } = door();
  const [code = ''] = await sell(['A-1', 'A-2']);
  await scan(code);
  await cancel(1, ['A-1', 'A-2'], true);
  expect(await seats()).toEqual(['A-1 void', 'A-2 void']);
  await expect(takeBack('r1.1')).rejects.toMatchObject({ code: 'wrong-state' });
});

test('to take back what was not let in changes nothing, and what is no ticket is not found', async () => {
  const { sell, takeBack, seats } = door();
  await sell(['A-1']);
  await takeBack('r1.1');
  expect(await seats()).toEqual(['A-1 valid']);
  for (const none of ['r1.2', 'r2.1', 'r1', 'r1.0'])
    await expect(takeBack(none)).rejects.toMatchObject({ code: 'not-found' });
});

test('a door gets keys, tickets and counts, and who was let in offline and was not to be', async () => {
  const { deps, sell, scan, cancel, look } = door();
  const [first = '', second = ''] = await sell(['A-1', 'A-2']);
  await cancel(1, ['A-2']);
  await scan(first, { scanner: 'left' });
  await scan(first, { scanner: 'right', offline: true, scannedAt: '2026-12-24T09:29:00.000Z' });
  await scan(second, { offline: true });
  const seen = await look();
  expect(seen.publicKeys).toEqual(deps.codes.publicKeys);
  expect(deps.codes.read(first)?.check).toBe(seen.check);
  expect(seen.counts).toEqual({ valid: 0, admitted: 1, void: 1 });
  expect(seen.conflicts).toMatchObject([
    {
      ticketId: 'r1.1',
      seatId: 'A-1',
      scans: [
        { scanner: 'left', verdict: 'admitted' },
        { scanner: 'right', verdict: 'already-admitted', offline: true },
      ],
    },
    { ticketId: 'r1.2', scans: [{ verdict: 'void' }] },
  ]);
});

test('offline, who was let in first with a valid ticket is no conflict', async () => {
  const { sell, scan, look } = door();
  const [code = ''] = await sell(['A-1']);
  expect((await scan(code, { offline: true })).verdict).toBe('admitted');
  expect((await look()).conflicts).toEqual([]);
});
