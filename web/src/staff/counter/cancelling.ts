import type { StaffCancellationBody } from '../types';

/** What staff want of a cancellation, as the form has it. */
export type CancelDraft = {
  readonly seats: readonly string[];
  readonly reason: string;
  readonly refund: StaffCancellationBody['refund'];
  /** How the money went back already; empty when the provider pays it back. */
  readonly paidBack: string;
  readonly evenIfAdmitted: boolean;
};

/** Seats are named only where some stay, so that all of them is the reservation itself. */
export function cancellationBody(
  { seats, reason, refund, paidBack, evenIfAdmitted }: CancelDraft,
  all: readonly string[],
): StaffCancellationBody {
  const note = paidBack.trim();
  return {
    reason: reason.trim(),
    refund,
    ...(note === '' ? {} : { settledOtherwise: note }),
    ...(evenIfAdmitted ? { evenIfAdmitted } : {}),
    ...(seats.length < all.length ? { seats: [...seats] } : {}),
  };
}
