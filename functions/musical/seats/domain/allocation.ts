import type { RefusalReason, RevocationReason, SaleTerms } from '../../contract';

export type LivePhase = 'hold' | 'reserved' | 'sold';
export type EndPhase = 'released' | 'refused' | 'revoked';

/** Why an allocation was refused, kept so that a second copy of the request gets the same answer. */
export type Refusal =
  | { readonly code: 'seat-taken'; readonly taken: readonly string[] }
  | { readonly code: 'sold-out'; readonly sectionId: string; readonly quantity: number }
  | { readonly code: RefusalReason; readonly detail: string };

/** What is asked for: these seats, or so many of a section. */
export type Wanted =
  | { readonly seats: readonly string[] }
  | { readonly sectionId: string; readonly quantity: number };

/** The seats of one (coming) reservation. Its id is the hold's id and the reservation's id. */
export type Allocation = {
  readonly id: string;
  readonly performanceId: string;
  readonly customerId: string;
  readonly seats: readonly string[];
  /** `turns[i]` counts the takings of `seats[i]`, this one included; with it the seat map can be folded in any order. */
  readonly turns: readonly number[];
  /** `hold → reserved → sold`, or an end: `released`, `refused`, `revoked`. An end is final. */
  readonly phase: LivePhase | EndPhase;
  /** UTC. Until then nobody takes the seats of a hold or an unpaid reservation; set once for each of the two. */
  readonly heldUntil: string;
  /** UTC. Until then a reservation can be paid; earlier than `heldUntil` by the time a payment may take. */
  readonly expiresAt: string;
  readonly amount: number;
  readonly currency: string;
  readonly terms?: SaleTerms | undefined;
  readonly refusal?: Refusal | undefined;
  /** What was paid for the seats, and what of it was given back; minor units, absent as long as there is none. */
  readonly captured?: number | undefined;
  readonly refunded?: number | undefined;
  /** Why the theatre took a reservation's seats back, until that reservation's end is heard; never set on a hold's end. */
  readonly revoking?: RevocationReason | undefined;
};

/** Who has a seat. A seat without a claim was never taken. Claims are never deleted; a take-over replaces the owner. */
export type Claim = {
  readonly seatId: string;
  readonly sectionId: string;
  readonly allocationId: string;
  readonly turn: number;
};

const ENDS: ReadonlySet<string> = new Set<EndPhase>(['released', 'refused', 'revoked']);

export const hasEnded = (allocation: Allocation): boolean => ENDS.has(allocation.phase);

/** An unpaid allocation whose time has run out: it still has its seats, but anybody may take them. */
export const isOverdue = (allocation: Pick<Allocation, 'phase' | 'heldUntil'>, now: string): boolean =>
  (allocation.phase === 'hold' || allocation.phase === 'reserved') && allocation.heldUntil <= now;

/**
 * THE SEAT RULE. A seat may be taken if it has no claim, or its claim's allocation has ended, or that allocation is
 * unpaid and its time has run out. Everything that gives a seat to somebody asks this function, and the batch that
 * then takes the seat stands on the ETags of what was read here. A claim whose allocation was not found is not free:
 * the read was older than the claim.
 */
export const seatIsFree = (claim: Claim | undefined, owner: Allocation | undefined, now: string): boolean =>
  claim === undefined || (owner !== undefined && (hasEnded(owner) || isOverdue(owner, now)));
