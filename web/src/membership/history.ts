import type { Bill } from '../api/types';

export type Happened = {
  readonly what: 'issued' | 'paid' | 'refundAsked' | 'paidBack';
  /** UTC. */
  readonly at: string;
  /** Of money that moved, in minor units. */
  readonly amount?: number;
};

/** What became of a bill, in its order: each payment, and each that has gone back. */
export function historyOf({ issuedAt, amount, payment, refund, paidBack = [] }: Bill): readonly Happened[] {
  const paid = (at: string | undefined): Happened[] =>
    at === undefined ? [] : [{ what: 'paid', at, amount }];
  return [
    { what: 'issued', at: issuedAt, amount },
    ...paidBack.flatMap((one): Happened[] => [
      ...paid(one.approvedAt),
      { what: 'paidBack', at: one.refundedAt, amount: one.refund },
    ]),
    ...paid(payment?.approvedAt),
    ...(refund === undefined ? [] : [{ what: 'refundAsked' as const, at: refund.requestedAt }]),
  ];
}
