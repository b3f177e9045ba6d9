import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import { erasureAsked, erasureLifted } from '../../reservation/contract';
import { loanRequested } from '../contract';
import type { LendingDeps } from '../deps';
import { hearLoanRequested } from '../usecases/decideLoan';
import { eraseCustomer, liftErasure } from '../usecases/eraseCustomer';

/** All that this context does when it hears of something. */
export const lendingReactions: readonly EventReaction<LendingDeps>[] = [
  on(loanRequested, hearLoanRequested),
  on(erasureAsked, eraseCustomer),
  on(erasureLifted, liftErasure),
];
