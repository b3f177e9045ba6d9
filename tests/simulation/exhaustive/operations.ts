import { holdSeats } from '../../../functions/musical/seats/usecases/holdSeats';
import { releaseHold } from '../../../functions/musical/seats/usecases/releaseHold';
import { releaseSeats } from '../../../functions/musical/seats/usecases/releaseSeats';
import { reseatSeats } from '../../../functions/musical/seats/usecases/reseatSeats';
import { reserveSeats } from '../../../functions/musical/seats/usecases/reserveSeats';
import { returnSeats } from '../../../functions/musical/seats/usecases/returnSeats';
import { returnWithheld } from '../../../functions/musical/seats/usecases/returnWithheld';
import { sellSeats } from '../../../functions/musical/seats/usecases/sellSeats';
import { withholdSeats } from '../../../functions/musical/seats/usecases/withholdSeats';
import { Problem } from '../../../shared/http/problem';
import { eventIdOf } from '../../../shared/kernel/ids';
import { isoTime } from '../../../shared/kernel/time';
import type { EventEnvelope } from '../../../shared/messaging/envelope';
import { check } from '../violation';

/** What the operations use of the deps, each as it says itself. */
export type StageDeps = Parameters<typeof reseatSeats>[0] &
  Parameters<typeof holdSeats>[0] &
  Parameters<typeof reserveSeats>[0] &
  Parameters<typeof sellSeats>[0] &
  Parameters<typeof withholdSeats>[0];

export type Stage = {
  readonly deps: StageDeps;
  readonly performanceId: string;
  readonly pass: (ms: number) => void;
  /** Whether there is such an allocation at this moment. */
  readonly has: (allocationId: string) => boolean;
  /** These seats the theatre wants back on sale. */
  readonly askBack: (seats: readonly string[]) => void;
};

/** Longer than any hold and any payment. */
export const LONG_MS = 60 * 60 * 1000;

const event = (
  type: string,
  reservationId: string,
  { performanceId }: Stage,
  more: { readonly n?: number; readonly [member: string]: unknown },
): EventEnvelope<never, never> => {
  const data = { reservationId, performanceId, customerId: `customer of ${reservationId}`, ...more };
  return {
    specversion: '1.0',
    id: eventIdOf(`${reservationId}/${more.n}`, type),
    source: '/marquee/reservation',
    type: type as never,
    subject: reservationId,
    time: isoTime(0),
    datacontenttype: 'application/json',
    data: data as never,
  };
};

/** As with an Idempotency-Key, which a copy of the request has too: neither may be told that the other is in its way. */
const take = (holdId: string, seats: readonly string[]) => async (stage: Stage) => {
  const { deps, performanceId } = stage;
  const customerId = `customer of ${holdId}`;
  const command = { performanceId, customerId, holdId, mayBeRepeated: true, request: { seats } };
  await holdSeats(deps, command).catch((error: unknown) => {
    const isInTheWay = error instanceof Problem && ['seat-taken', 'customer-limit'].includes(error.code);
    check(
      !(isInTheWay && stage.has(holdId)),
      'own-seat',
      holdId,
      () => `its own copy stands in its way: ${error}`,
    );
    throw error;
  });
};

const place = (id: string, request: object) => (stage: Stage) =>
  reserveSeats(stage.deps, event('ReservationPlaced', id, stage, { request }));

const sell = (id: string) => (stage: Stage) =>
  sellSeats(stage.deps, event('PaymentApproved', id, stage, { amount: 1, currency: 'KRW' }));

const returnSome = (id: string, n: number, seats: readonly string[]) => (stage: Stage) =>
  returnSeats(stage.deps, event('ReservationReduced', id, stage, { n, seats, refund: n, fee: 0 }));

const withhold =
  (withheldId: string) =>
  ({ deps, performanceId }: Stage) =>
    withholdSeats(deps, { performanceId, withheldId, seats: ['A-1-2', 'A-1-3'], reason: 'house seats' });

const reseat = (id: string, n: number, from: readonly string[], to: readonly string[]) => (stage: Stage) =>
  reseatSeats(stage.deps, event('ReseatAsked', id, stage, { n, from, to }));

/** X, Y and Z want two of three seats each, so any two of them have one in common. W wants one that X may return. */
export const OPERATIONS = {
  'X takes': take('X', ['A-1-1', 'A-1-2']),
  'X takes again': take('X', ['A-1-1', 'A-1-2']),
  'Y takes': take('Y', ['A-1-2', 'A-1-3']),
  'X reserves its hold': place('X', { holdId: 'X' }),
  'X reserves again': place('X', { holdId: 'X' }),
  'Z reserves': place('Z', { seats: ['A-1-3', 'A-1-1'] }),
  'Z reserves again': place('Z', { seats: ['A-1-3', 'A-1-1'] }),
  'X is sold': sell('X'),
  'X is sold again': sell('X'),
  'X returns': returnSome('X', 1, ['A-1-1']),
  'X returns again': returnSome('X', 1, ['A-1-1']),
  'X is reseated': reseat('X', 2, ['A-1-2'], ['A-1-1']),
  'X is reseated again': reseat('X', 2, ['A-1-2'], ['A-1-1']),
  'X is seated back': reseat('X', 3, ['A-1-1'], ['A-1-2']),
  'W takes': take('W', ['A-1-1']),
  'X is released': (stage) =>
    releaseSeats(stage.deps, event('ReservationCancelled', 'X', stage, { refund: 0, fee: 0 })),
  'X lets go': (stage) => releaseHold(stage.deps, stage.performanceId, 'X', 'customer of X'),
  'theatre withholds': withhold('H'),
  'theatre withholds again': withhold('H'),
  'another withholds': withhold('G'),
  'theatre returns': async ({ deps, performanceId, askBack }) => {
    askBack(['A-1-1', 'A-1-2']);
    await returnWithheld(deps, performanceId, ['A-1-1', 'A-1-2']);
  },
  'time passes': async (stage) => {
    stage.pass(LONG_MS);
  },
} as const satisfies Record<string, (stage: Stage) => Promise<unknown>>;
export type OperationName = keyof typeof OPERATIONS;

/** From where the operations start, and which may take part. */
export const STARTS: readonly {
  readonly before: readonly OperationName[];
  readonly atOnce: readonly OperationName[];
}[] = [
  {
    before: [],
    atOnce: ['X takes', 'X takes again', 'Y takes', 'Z reserves', 'Z reserves again', 'time passes'],
  },
  {
    before: ['X takes'],
    atOnce: [
      'X reserves its hold',
      'X reserves again',
      'Y takes',
      'X is released',
      'X lets go',
      'X is sold',
      'time passes',
    ],
  },
  {
    before: ['X takes', 'X reserves its hold'],
    atOnce: ['X is sold', 'X is sold again', 'X is released', 'Y takes', 'Z reserves', 'time passes'],
  },
  {
    before: ['X takes', 'X reserves its hold', 'X is sold'],
    atOnce: ['X returns', 'X returns again', 'X is released', 'X is reseated', 'W takes'],
  },
  {
    before: ['X takes', 'X reserves its hold', 'X is sold', 'X returns'],
    atOnce: [
      'X returns again',
      'X is released',
      'X is reseated',
      'X is reseated again',
      'X is seated back',
      'W takes',
      'Z reserves',
      'time passes',
    ],
  },
  {
    before: ['theatre withholds'],
    atOnce: [
      'theatre withholds again',
      'another withholds',
      'theatre returns',
      'Y takes',
      'Z reserves',
      'time passes',
    ],
  },
  {
    before: ['Y takes'],
    atOnce: ['theatre withholds', 'theatre returns', 'X takes', 'Z reserves', 'time passes'],
  },
];
