import type { MembershipDeps } from '../deps';
import type { Moment } from '../domain/membership';

export const momentOf = ({ clock, timeZone }: Pick<MembershipDeps, 'clock' | 'timeZone'>): Moment => ({
  nowMs: clock.now(),
  timeZone,
});
