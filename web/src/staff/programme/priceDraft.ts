import type { Performance } from '../../api/types';
import { type PolicyDraft, policyDraft, policyOf } from './policy';
import {
  minorUnits,
  type PerformanceFields,
  priceTiersOf,
  priceTypesOf,
  type TierRow,
  type TypeRow,
  tierRows,
  typedAmount,
  typeRows,
} from './prices';

/** What seats cost and what cancelling them does, as it is typed. */
export type PriceDraft = {
  readonly currency: string;
  readonly tiers: readonly TierRow[];
  readonly types: readonly TypeRow[];
  readonly fee: string;
  readonly perReservation: string;
  readonly perCustomer: string;
  /** Undefined: the usual terms. */
  readonly policy: PolicyDraft | undefined;
};

/** All that performances of one run have in common. */
export type RunFields = Omit<PerformanceFields, 'startsAt'>;

export const BLANK_PRICES: PriceDraft = {
  currency: 'KRW',
  tiers: [],
  types: [],
  fee: '',
  perReservation: '',
  perCustomer: '',
  policy: undefined,
};

export const pricesOf = (fields: RunFields): PriceDraft => ({
  currency: fields.currency,
  tiers: tierRows(fields.priceTiers, fields.currency),
  types: typeRows(fields.priceTypes ?? [], fields.currency),
  fee: fields.bookingFeePerSeat === undefined ? '' : typedAmount(fields.bookingFeePerSeat, fields.currency),
  perReservation: String(fields.maxSeatsPerReservation ?? ''),
  perCustomer: String(fields.maxSeatsPerCustomer ?? ''),
  policy: fields.cancellationPolicy && policyDraft(fields.cancellationPolicy, fields.currency),
});

type PriceFields = Pick<
  PerformanceFields,
  | 'currency'
  | 'priceTiers'
  | 'priceTypes'
  | 'bookingFeePerSeat'
  | 'maxSeatsPerReservation'
  | 'maxSeatsPerCustomer'
  | 'cancellationPolicy'
>;

/** As the API takes it; undefined while something is missing or no figure. */
export function priceFieldsOf(draft: PriceDraft): PriceFields | undefined {
  const { currency } = draft;
  const priceTiers = priceTiersOf(draft.tiers, currency);
  const priceTypes = priceTypesOf(draft.types, currency);
  const rest = feeAndPolicyOf(draft);
  if (priceTiers === undefined || priceTypes === undefined || rest === undefined) return undefined;
  return {
    currency,
    priceTiers,
    ...(priceTypes.length === 0 ? {} : { priceTypes }),
    ...rest,
    ...(draft.perReservation === '' ? {} : { maxSeatsPerReservation: Number(draft.perReservation) }),
    ...(draft.perCustomer === '' ? {} : { maxSeatsPerCustomer: Number(draft.perCustomer) }),
  };
}

/** What is left empty is not there. */
function feeAndPolicyOf({ currency, fee: typed, policy: terms }: PriceDraft) {
  const fee = typed.trim() === '' ? null : minorUnits(typed, currency);
  const policy = terms === undefined ? null : policyOf(terms, currency);
  if (fee === undefined || policy === undefined) return undefined;
  return {
    ...(fee === null ? {} : { bookingFeePerSeat: fee }),
    ...(policy === null ? {} : { cancellationPolicy: policy }),
  };
}

/** What of a performance is written, without what the API adds. One in a venue's house names the venue alone. */
export function writtenFields(performance: Performance): PerformanceFields {
  const {
    performanceId: _id,
    musicalId: _musical,
    title: _title,
    venue: _venue,
    translations: _translations,
    status: _status,
    moves: _moves,
    capacity: _capacity,
    outline: _outline,
    plan: _plan,
    sections,
    ...fields
  } = performance;
  return fields.venueId === undefined ? { ...fields, sections } : fields;
}

/** What another performance has in common with this one: all but its times. */
export function runFieldsOf(performance: Performance): RunFields {
  const fields = Object.entries(writtenFields(performance)).filter(([name]) => !name.endsWith('At'));
  return Object.fromEntries(fields) as RunFields;
}
