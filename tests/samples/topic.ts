import type { EventEnvelope } from '../../shared/messaging/envelope';
import type { Publisher } from '../../shared/messaging/publish';

/** A topic in memory. */
export function openTopic() {
  const taken: EventEnvelope[] = [];
  const topic = {
    /** The topic is out of reach: it takes nothing. */
    isAway: false,
    /** Every event it took, in order, repetitions too. */
    taken,
    publisher: (async (events) => {
      if (topic.isAway) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      taken.push(...events);
    }) as Publisher,
    /** The events about this, or about everything, each once. */
    published: (subject?: string): EventEnvelope[] => {
      const about = taken.filter((event) => subject === undefined || event.subject === subject);
      return [...new Map(about.map((event) => [event.id, event])).values()];
    },
  };
  return topic;
}
