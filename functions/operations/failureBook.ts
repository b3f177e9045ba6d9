import type { Container } from '@azure/cosmos';
import { type Failure, failuresOf, readFailure } from '../../shared/cosmos/failures';
import { reasonOf } from '../../shared/telemetry/log';

/** The readers of change feeds, which park what they cannot read. */
export const FEED_READERS = ['musical-seatmap', 'mypage-projection'];

/** Where mails are noted that no server took, by the ids of their notices. */
export const UNMAILED = 'notification-mail';

/** What the handlers of queues and feeds have noted of their failures. */
export const failureBook = (container: Container) => ({
  /** The last error of an event in a queue, or that it cannot be had. */
  async lastErrorOf(queue: string, eventId: string): Promise<string | undefined> {
    try {
      return (await readFailure(container, queue, eventId))?.value.reason;
    } catch (error) {
      return `which one cannot be read now: ${reasonOf(error)}`;
    }
  },

  async parked(): Promise<Failure[]> {
    return (
      await Promise.all([...FEED_READERS, UNMAILED].map((reader) => failuresOf(container, reader)))
    ).flat();
  },
});
export type FailureBook = ReturnType<typeof failureBook>;
