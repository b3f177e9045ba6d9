import { type EventReaction, on } from '../../../shared/messaging/eventHandler';
import { erasureAsked, erasureLifted } from '../../reservation/contract';
import type { MypageDeps } from '../deps';
import { eraseCustomer, liftErasure } from '../usecases/eraseCustomer';

/** All that this context does when it hears of something. */
export const mypageReactions: readonly EventReaction<MypageDeps>[] = [
  on(erasureAsked, eraseCustomer),
  on(erasureLifted, liftErasure),
];
