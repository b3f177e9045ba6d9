import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import { erasureAsked, erasureLifted, paymentNoticed } from '../../reservation/contract';
import type { MembershipDeps } from '../deps';
import { eraseCustomer, liftErasure } from '../usecases/eraseCustomer';
import { hearPaymentNoticed } from '../usecases/hearPaymentNoticed';

/** All that this context does when it hears of something. */
export const membershipReactions: readonly EventReaction<MembershipDeps>[] = [
  on(erasureAsked, eraseCustomer),
  on(erasureLifted, liftErasure),
  on(paymentNoticed, hearPaymentNoticed),
];
