import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { Problem } from '../../../../shared/http/problem';
import { isoTime } from '../../../../shared/kernel/time';
import type { PerhapsStored } from '../../../../shared/kernel/versioned';
import { problems } from '../../../problems';
import {
  isInPresale,
  type Performance,
  whyNotAtCounter,
  whyNotOnSale,
} from '../../catalogue/domain/performance';
import { sectionIdOf } from '../../catalogue/domain/seatingPlan';
import type { SeatRequest } from '../../contract';
import type { MusicalDeps } from '../../deps';
import type { Allocation, SeatRefusal } from '../domain/allocation';
import { isNeverTaken } from '../domain/availability';
import {
  type CustomerCount,
  entryOf,
  limitBroken,
  mayBeTooMany,
  recentHolds,
  secondsToWait,
  withEntry,
  withHold,
} from '../domain/customerCount';
import { type Buyer, offeredTo, whyForMembers, whyNotInPresale } from '../domain/member';
import { allocationFor, planTaking, type SeatsAsRead, type Taker } from '../domain/takeSeats.decide';
import { planFromWithheld } from '../domain/withheld.decide';
import { type Attempt, type ChoosingDeps, chooseSeats } from './chooseSeats';

export type TakeCommand = Omit<Taker, 'buyer'> & {
  readonly request: SeatRequest;
  /** Asked for when the seats are free, and in a presale before. Who is too late at a hot seat costs no look at who it is. */
  readonly buyer: () => Promise<Buyer>;
};

type Refused = { readonly kind: 'refused'; readonly refusal: SeatRefusal };
export type TakeOutcome = { readonly kind: 'taken'; readonly allocation: Allocation } | Refused;

const refused = (refusal: SeatRefusal): Refused => ({ kind: 'refused', refusal });

/**
 * Takes all seats of one allocation, or none and says why. This is the only way a seat changes hands.
 * Read who is in the way, plan by the seat rule, write one batch that stands on what was read. When the batch meets a
 * conflict, somebody was faster, and everything is read again. Two callers can plan the same seat, but their batches
 * cannot both be stored. Throws StoreUnavailable when the seats stay contended, and `too-many-holds`.
 */
export async function takeSeats(deps: ChoosingDeps, command: TakeCommand): Promise<TakeOutcome> {
  const { performance, allocationId } = command;
  const lost = new Set<string>();
  return untilCommitted<TakeOutcome>(deps, `seats for ${allocationId}`, async (number) => {
    // The batch of an earlier try may be stored, though its reply was lost.
    const own = number > 0 ? await deps.seats.allocation(performance.performanceId, allocationId) : undefined;
    return own === undefined ? tryToTake(deps, command, { number, lost }) : outcomeOf(own.value);
  });
}

const outcomeOf = (own: Allocation): TakeOutcome =>
  own.refusal === undefined ? { kind: 'taken', allocation: own } : refused(own.refusal);

async function tryToTake(
  deps: ChoosingDeps,
  command: TakeCommand,
  attempt: Attempt,
): Promise<TakeOutcome | 'conflict'> {
  const { performance, request } = command;
  const now = isoTime(deps.clock.now());
  const early = isInPresale(performance, now) ? await command.buyer() : undefined;
  const refusal = whyNot(command, early, now);
  if (refusal !== undefined) return refused(refusal);
  const choice = await chooseSeats(deps, performance, request, attempt);
  if (choice.kind === 'refused') return choice;

  const decision = await planFor(deps, command, choice.seats, attempt, now);
  if ('notWithheld' in decision) return refused(notWithheld(decision.notWithheld));
  if ('taken' in decision) return lose(request, decision.taken, attempt);
  const { plan } = decision;
  const [buyer, counted] = await Promise.all([
    early ?? command.buyer(),
    countFor(deps, command, choice.seats.length, now),
  ]);
  if (counted.kind === 'refused') return counted;
  const { kind: _counted, ...count } = counted;
  const sale = saleTo({ ...command, buyer }, choice.seats);
  if ('code' in sale) return refused(sale);
  const allocation = { ...sale, ...plan.allocation };
  const outcome = await deps.seats.take({ ...plan, allocation, ...count });
  if (outcome !== 'conflict') return { kind: 'taken', allocation };
  deps.contention.add(performance.performanceId);
  return outcome;
}

/** Staff sell before sales open and after they close, and as much as fits into a batch. */
function whyNot(command: TakeCommand, early: Buyer | undefined, now: string): SeatRefusal | undefined {
  const { performance, request, counter } = command;
  const closed = counter === undefined ? whyNotOnSale(performance, now) : whyNotAtCounter(performance, now);
  if (closed !== undefined) return { code: 'not-on-sale', detail: closed };
  const refusal = early && whyNotInPresale(performance, early, now);
  const isTooMany = seatsAskedFor(request) > performance.maxSeatsPerReservation;
  return refusal ?? (counter === undefined && isTooMany ? tooMany(performance) : undefined);
}

/** The seats at this buyer's price, or why there is none. */
function saleTo(taker: Taker, seats: readonly string[]): Omit<Allocation, 'turns'> | SeatRefusal {
  const { performance, buyer, priceTypes } = taker;
  const refusal = whyForMembers(performance, offeredTo(performance, buyer), priceTypes);
  if (refusal !== undefined) return refusal;
  const priced = allocationFor(taker, seats);
  return 'pointer' in priced ? { code: 'price-type', ...priced } : priced;
}

async function planFor(
  deps: ChoosingDeps,
  command: TakeCommand,
  seats: readonly string[],
  attempt: Attempt,
  now: string,
) {
  const { performance, allocationId: id, counter } = command;
  const { performanceId, sections } = performance;
  if (counter?.fromWithheld)
    return planFromWithheld({ id, seats }, await deps.seats.seatsAsRead(performanceId, seats));
  const found = await inTheWay(deps, performance, seats, attempt);
  return planTaking({ id, seats }, (seatId) => sectionIdOf(sections, seatId), found, now);
}

const notWithheld = (seats: readonly string[]): SeatRefusal => ({
  code: 'unknown-seats',
  detail: `Not withheld: ${seats.join(', ')}. Sell these without fromWithheld.`,
});

/**
 * Who is in the way of these seats. A seat that the availability shows as never taken is not looked at: its claim is
 * created, and if there is one after all the batch meets a 409. From then on everybody looks first for a moment, because
 * where two want the same a look is cheaper than a batch that fails.
 */
async function inTheWay(
  { seats, availabilityOf, contention }: ChoosingDeps,
  { performanceId, sections }: Performance,
  seatIds: readonly string[],
  { number }: Attempt,
): Promise<SeatsAsRead> {
  if (number > 0 || contention.has(performanceId)) return seats.seatsAsRead(performanceId, seatIds);
  const { value: availability } = await availabilityOf(performanceId);
  const known = seatIds.filter((seatId) => !isNeverTaken(availability, sections, seatId));
  return seats.seatsAsRead(performanceId, known);
}

const seatsAskedFor = (request: SeatRequest): number =>
  'seats' in request ? request.seats.length : request.quantity;

const tooMany = (
  { maxSeatsPerReservation, maxSeatsPerCustomer }: Performance,
  broken: 'unpaid' | 'all' = 'unpaid',
): SeatRefusal => ({
  code: 'customer-limit',
  detail:
    broken === 'unpaid'
      ? `One customer may have at most ${maxSeatsPerReservation} unpaid seats of a performance. Pay for or release what you hold.`
      : `One customer may have at most ${maxSeatsPerCustomer} seats of this performance, with those already bought.`,
});

/** Seats that were named are refused. Of a section, others are tried. */
function lose(request: SeatRequest, taken: readonly string[], { lost }: Attempt): Refused | 'conflict' {
  if ('seats' in request) return refused({ code: 'seat-taken', taken });
  for (const seatId of taken) lost.add(seatId);
  return 'conflict';
}

type Counted = { readonly kind: 'counted'; readonly count?: PerhapsStored<CustomerCount> } | Refused;

/** The customer's count with these seats in it, or the refusal. At the counter nobody is counted. */
async function countFor(
  { seats }: Pick<MusicalDeps, 'seats'>,
  { performance, customerId, allocationId, phase, counter }: TakeCommand,
  more: number,
  now: string,
): Promise<Counted> {
  if (counter !== undefined) return { kind: 'counted' };
  const { performanceId } = performance;
  const stored = await seats.customerCount(performanceId, customerId);
  if (phase === 'hold') await checkHoldsSeldom(seats, performanceId, stored.value, now);
  const known = phase === 'hold' ? withHold(stored.value, allocationId, Date.parse(now)) : stored.value;
  // What has ended is looked for only when it matters, for that takes a read of each.
  const mayBreak = limitBroken(known, more, performance) !== undefined;
  const count = mayBreak ? await asItIs(seats, performanceId, known, now) : known;
  const broken = limitBroken(count, more, performance);
  if (broken !== undefined) return refused(tooMany(performance, broken));
  return { kind: 'counted', count: { ...stored, value: withEntry(count, allocationId, more) } };
}

/** Throws `too-many-holds` when the customer has held over and over, and nothing came of it. */
async function checkHoldsSeldom(
  seats: MusicalDeps['seats'],
  performanceId: string,
  count: CustomerCount,
  now: string,
): Promise<void> {
  const nowMs = Date.parse(now);
  const recent = recentHolds(count, nowMs);
  if (!mayBeTooMany(recent)) return;
  const soFar = recent.map(async ({ allocationId, at }) => {
    const read = await seats.allocation(performanceId, allocationId);
    return { at, allocation: read?.value };
  });
  const seconds = secondsToWait(await Promise.all(soFar), nowMs);
  if (seconds === undefined) return;
  const detail =
    'You have held seats again and again and bought none. Others want them too; try again later.';
  throw new Problem('too-many-holds', problems['too-many-holds'], detail, {}, seconds);
}

/** Each entry by what its allocation is at this moment. */
async function asItIs(
  seats: MusicalDeps['seats'],
  performanceId: string,
  count: CustomerCount,
  now: string,
): Promise<CustomerCount> {
  const reads = count.entries.map(({ allocationId }) => seats.allocation(performanceId, allocationId));
  const entries = (await Promise.all(reads)).flatMap((read) => entryOf(read?.value, now) ?? []);
  return { ...count, entries };
}
