import type { Performance } from '../api/types';

export type CancellationPolicy = NonNullable<Performance['cancellationPolicy']>;

/** What a cancellation is judged by, as the server does. */
export type FeeTerms = {
  readonly policy: CancellationPolicy;
  /** What each seat cost. */
  readonly prices: readonly number[];
  readonly placedAt: string;
  readonly startsAt: string;
  readonly timeZone: string;
  /** It was moved since the seats were taken. Then cancelling is free until it begins. */
  readonly isMoved?: boolean;
};

/** Days are `YYYY-MM-DD` on the venue's calendar, both ends included. Without `from` a line goes on from the one before. */
export type FeeLine =
  | { readonly kind: 'free'; readonly until: string; readonly isMoment: boolean }
  | {
      readonly kind: 'fee';
      readonly from?: string;
      readonly until: string;
      readonly fee: number;
      readonly percent: number;
    }
  | { readonly kind: 'closed'; readonly from: string | 'start' };

const DAY_MS = 24 * 60 * 60 * 1000;

/** What cancelling this reservation costs from now on, line by line in the order of time. */
export function feeTable(terms: FeeTerms, nowMs: number): FeeLine[] {
  if (terms.isMoved)
    return [
      { kind: 'free', until: terms.startsAt, isMoment: true },
      { kind: 'closed', from: 'start' },
    ];
  const today = dayNumber(nowMs, terms.timeZone);
  const startDay = dayNumber(Date.parse(terms.startsAt), terms.timeZone);
  const free = freeUntil(terms, startDay, nowMs);
  const lines: FeeLine[] = free === undefined ? [] : [free.line];
  // The first day that has a fee; on the last free day the fee begins within the day when a moment ends it.
  let next = free?.nextDay ?? today;
  let goesOn = free === undefined || free.line.isMoment;
  for (const tier of [...terms.policy.tiers].sort((a, b) => b.daysBefore - a.daysBefore)) {
    const until = startDay - tier.daysBefore;
    if (until < next) continue;
    const from = goesOn ? {} : { from: written(next) };
    lines.push({
      kind: 'fee',
      ...from,
      until: written(until),
      fee: feeOf(tier, terms),
      percent: tier.feePercent,
    });
    next = until + 1;
    goesOn = false;
  }
  return [...lines, { kind: 'closed', from: next > startDay ? 'start' : written(next) }];
}

type Free = { readonly line: Extract<FeeLine, { kind: 'free' }>; readonly nextDay: number };

/** Free for some days after reserving, but never nearer to the performance than the policy says. */
function freeUntil(
  { policy, placedAt, timeZone }: FeeTerms,
  startDay: number,
  nowMs: number,
): Free | undefined {
  const endsMs = Date.parse(placedAt) + policy.freeDays * DAY_MS;
  const endsOn = dayNumber(endsMs, timeZone);
  const lastDay = startDay - policy.freeUntilDaysBefore;
  if (nowMs > endsMs || dayNumber(nowMs, timeZone) > lastDay) return undefined;
  return endsOn <= lastDay
    ? { line: { kind: 'free', until: new Date(endsMs).toISOString(), isMoment: true }, nextDay: endsOn }
    : { line: { kind: 'free', until: written(lastDay), isMoment: false }, nextDay: lastDay + 1 };
}

/** Rounded down on each seat, as the server does. Fractions that only the machine lacks are put right first. */
function feeOf(tier: CancellationPolicy['tiers'][number], { prices }: FeeTerms): number {
  const { feePerSeat = Number.POSITIVE_INFINITY, feePercent } = tier;
  const ofSeat = (price: number) =>
    Math.min(feePerSeat, Math.floor(Number(((price * feePercent) / 100).toPrecision(15))));
  return prices.reduce((fee, price) => fee + ofSeat(price), 0);
}

/** Days since the epoch on the calendar of the zone. */
function dayNumber(ms: number, timeZone: string): number {
  const calendar = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return Date.parse(new Intl.DateTimeFormat('en-CA', calendar).format(new Date(ms))) / DAY_MS;
}

const written = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
