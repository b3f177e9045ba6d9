import { minorUnits, type PerformanceFields, percentOf, typedAmount } from './prices';

type Policy = NonNullable<PerformanceFields['cancellationPolicy']>;
type Tier = Policy['tiers'][number];

/** From how many days before it begins a cancellation costs what, as it is typed. */
export type PolicyRow = { readonly daysBefore: string; readonly percent: string; readonly perSeat: string };

/** What cancelling costs, as it is typed. */
export type PolicyDraft = {
  readonly freeDays: string;
  readonly freeUntilDaysBefore: string;
  readonly tiers: readonly PolicyRow[];
};

export const BLANK_POLICY_ROW: PolicyRow = { daysBefore: '', percent: '', perSeat: '' };
export const BLANK_POLICY: PolicyDraft = {
  freeDays: '0',
  freeUntilDaysBefore: '0',
  tiers: [BLANK_POLICY_ROW],
};

export const policyDraft = (
  { freeDays, freeUntilDaysBefore, tiers }: Policy,
  currency: string,
): PolicyDraft => ({
  freeDays: String(freeDays),
  freeUntilDaysBefore: String(freeUntilDaysBefore),
  tiers: tiers.map(({ daysBefore, feePercent, feePerSeat }) => ({
    daysBefore: String(daysBefore),
    percent: String(feePercent),
    perSeat: feePerSeat === undefined ? '' : typedAmount(feePerSeat, currency),
  })),
});

/** As the API takes it; undefined while a figure is missing or none. */
export function policyOf(draft: PolicyDraft, currency: string): Policy | undefined {
  const [freeDays, freeUntilDaysBefore] = [daysOf(draft.freeDays), daysOf(draft.freeUntilDaysBefore)];
  const tiers = draft.tiers.map((row) => tierOf(row, currency)).filter((tier) => tier !== undefined);
  if (freeDays === undefined || freeUntilDaysBefore === undefined) return undefined;
  return tiers.length === draft.tiers.length ? { freeDays, freeUntilDaysBefore, tiers } : undefined;
}

function tierOf({ daysBefore, percent, perSeat }: PolicyRow, currency: string): Tier | undefined {
  const [days, feePercent] = [daysOf(daysBefore), percentOf(percent)];
  const feePerSeat = perSeat.trim() === '' ? null : minorUnits(perSeat, currency);
  if (days === undefined || feePercent === undefined || feePerSeat === undefined) return undefined;
  return { daysBefore: days, feePercent, ...(feePerSeat === null ? {} : { feePerSeat }) };
}

const MOST_DAYS = 365;

function daysOf(typed: string): number | undefined {
  const days = Number(typed);
  return /^\d+$/.test(typed.trim()) && days <= MOST_DAYS ? days : undefined;
}
