import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import {
  keptMoveSchema,
  refusalReasonSchema,
  revocationReasonSchema,
  saleTermsSchema,
  soldOutSchema,
} from '../../contract';
import { otherSeatsSchema, reseatRefusalSchema } from './reseatAnswer';
import { pricedSchema } from './saleLine';

/** Why an allocation got no seats, kept so that a second copy of the request gets the same answer. */
export const seatRefusalSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('seat-taken'), taken: z.array(z.string()) }),
  z.object({ code: z.literal('sold-out'), ...soldOutSchema.shape }),
  z.object({ code: refusalReasonSchema, detail: z.string(), pointer: z.string().optional() }),
]);
export type SeatRefusal = Immutable<z.infer<typeof seatRefusalSchema>>;

/** In which it is a customer's. */
export const LIVE_PHASES = ['hold', 'reserved', 'sold'] as const;
const END_PHASES = ['released', 'refused', 'revoked'] as const;

/** Why the theatre keeps seats for itself, in the words of its staff, and since when (UTC). */
export const withheldSchema = z.object({
  reason: z.string(),
  note: z.string().optional(),
  since: z.string(),
});

/**
 * The seats of one (coming) reservation. Its id is the hold's id and the reservation's id. Seats that the theatre withholds
 * have an allocation too, which is no customer's, never runs out, and of which no event tells.
 */
export const allocationSchema = z.object({
  id: z.string(),
  performanceId: z.string(),
  customerId: z.string(),
  ...pricedSchema.shape,
  /** `turns[i]` counts the takings of `seats[i]`, this one included. With it the availability can be folded in any order. */
  turns: z.array(z.int()),
  /** `hold → reserved → sold`, or an end: `released`, `refused`, `revoked`. An end is final. Apart from them `withheld`. */
  phase: z.enum([...LIVE_PHASES, 'withheld', ...END_PHASES]),
  /** UTC. Until then nobody takes the seats of a hold or an unpaid reservation. Set once for each of the two, and by a hold's renewals. */
  heldUntil: z.string(),
  /** Why it is withheld, or was before it was sold at the counter. */
  withheld: withheldSchema.optional(),
  /** UTC. When its customer let go of a hold. */
  releasedAt: z.string().optional(),
  /** The ids of a hold's renewals. */
  renewals: z.array(z.string()).optional(),
  /** UTC. Until then a reservation can be paid. Earlier than `heldUntil` by the time a payment may take. */
  expiresAt: z.string(),
  currency: z.string(),
  /** Absent as long as it has had no seats. */
  terms: saleTermsSchema.optional(),
  refusal: seatRefusalSchema.optional(),
  /** What was paid for the seats, and what of it was refunded. Minor units, absent as long as there is none. */
  captured: z.int().optional(),
  refunded: z.int().optional(),
  /** Seats that were returned while the rest stays sold, each with the turn of the claim that was given up. It only grows. */
  returned: z.array(z.object({ seatId: z.string(), turn: z.int() })).optional(),
  /**
   * The answer to each return and each reseat by its number: the seats that were returned, and those that came in their place.
   * The same is not done again.
   */
  answers: z
    .array(
      z.object({
        n: z.int(),
        seats: z.array(z.string()),
        to: otherSeatsSchema.optional(),
        refusal: reseatRefusalSchema.optional(),
      }),
    )
    .optional(),
  /** Why the theatre took a reservation's seats back, until that reservation's end is heard. Never set on a hold's end. */
  revoking: revocationReasonSchema.optional(),
  /** The number of the performance's latest move that the terms know of. Absent when they were taken before any. */
  move: z.int().optional(),
  /** The moves of the performance since the seats were taken, the latest last. */
  moves: z.array(keptMoveSchema).optional(),
  /** The move that the reservation is told of since then (UTC), until it is heard that the customer was told. */
  moving: z.object({ n: z.int(), since: z.string() }).optional(),
});
export type Allocation = Immutable<z.infer<typeof allocationSchema>>;
export type Phase = Allocation['phase'];

/** Who has a seat. A seat without a claim was never taken. Claims are never deleted. A take-over replaces the owner. */
export const claimSchema = z.object({
  seatId: z.string(),
  sectionId: z.string(),
  allocationId: z.string(),
  turn: z.int(),
});
export type Claim = Immutable<z.infer<typeof claimSchema>>;

const ENDS: ReadonlySet<Phase> = new Set(END_PHASES);

export const hasEnded = ({ phase }: Pick<Allocation, 'phase'>): boolean => ENDS.has(phase);

/** What liveness is told by. */
export type Liveness = Pick<Allocation, 'phase' | 'heldUntil' | 'withheld'>;

/** Seats that were withheld and are being sold at the counter. Until they are sold nobody else gets them. */
export const isFromWithheld = ({ phase, withheld }: Pick<Allocation, 'phase' | 'withheld'>): boolean =>
  phase === 'reserved' && withheld !== undefined;

/** Its reservation has no seats of it. It has ended, or the theatre has them back. */
export const isOver = (allocation: Pick<Allocation, 'phase'>): boolean =>
  hasEnded(allocation) || allocation.phase === 'withheld';

/** An unpaid allocation whose time has run out. It still has its seats, but anybody may take them. */
export const isOverdue = (allocation: Liveness, now: string): boolean =>
  (allocation.phase === 'hold' || allocation.phase === 'reserved') &&
  !isFromWithheld(allocation) &&
  allocation.heldUntil <= now;

/** This very claim was returned. That stays so, so it does not matter when the owner was read. */
export const wasReturned = (
  { seatId, turn }: Claim,
  { returned = [] }: Pick<Allocation, 'returned'>,
): boolean => returned.some((one) => one.seatId === seatId && one.turn === turn);

/**
 * THE SEAT RULE. A seat may be taken if it has no claim, or its claim's allocation has ended, or that allocation is
 * unpaid and its time has run out, or it has returned this very claim. Everything that gives a seat to somebody asks this
 * function, and the batch that then takes the seat stands on the ETags of what was read here. A claim whose allocation was
 * not found is not free, because the read was older than the claim.
 */
export const seatIsFree = (claim: Claim | undefined, owner: Allocation | undefined, now: string): boolean =>
  claim === undefined ||
  (owner !== undefined && (hasEnded(owner) || isOverdue(owner, now) || wasReturned(claim, owner)));
