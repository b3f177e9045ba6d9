import { eventIdOf } from '../../shared/kernel/ids';
import type { EventContract, EventEnvelope } from '../../shared/messaging/envelope';

/** An event as it comes from its queue. Two of one type about one subject are copies of each other. */
export const sampleEvent = <Type extends string, Data>(
  contract: EventContract<Type, Data>,
  subject: string,
  data: Data,
): EventEnvelope<Type, Data> => ({
  specversion: '1.0',
  id: eventIdOf(subject, contract.type),
  source: contract.source,
  type: contract.type,
  subject,
  time: '2026-11-21T10:05:00.000Z',
  datacontenttype: 'application/json',
  data,
});
