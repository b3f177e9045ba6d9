import { AzureKeyCredential, EventGridPublisherClient, type SendCloudEventInput } from '@azure/eventgrid';
import { DefaultAzureCredential } from '@azure/identity';
import type { EventGridSettings } from './config';
import type { EventEnvelope } from './envelope';
import type { Log } from './log';
import { isOutbox, outboxSchema } from './outbox';

/** Sends events to the topic; resolves when all are accepted, throws when any may not be. */
export type Publisher = (events: readonly EventEnvelope[]) => Promise<void>;

/** Events a request: small enough that a full one stays below Event Grid's 1 MB. Source: learn.microsoft.com/azure/event-grid/quotas-limits */
const EVENTS_PER_REQUEST = 100;

export function eventGridPublisher(settings: EventGridSettings): Publisher {
  const { EVENTGRID__topicEndpointUri: endpoint, EVENTGRID__topicKey: key } = settings;
  const options = { allowInsecureConnection: endpoint.startsWith('http://127.0.0.1') };
  const client = key
    ? new EventGridPublisherClient(endpoint, 'CloudEvent', new AzureKeyCredential(key), options)
    : new EventGridPublisherClient(endpoint, 'CloudEvent', new DefaultAzureCredential(), options);
  return async (events) => {
    for (let from = 0; from < events.length; from += EVENTS_PER_REQUEST) {
      await client.send(events.slice(from, from + EVENTS_PER_REQUEST).map(cloudEvent));
    }
  };
}

const cloudEvent = (event: EventEnvelope): SendCloudEventInput<unknown> => ({
  id: event.id,
  source: event.source,
  type: event.type,
  subject: event.subject,
  time: new Date(event.time),
  data: event.data,
  ...(event.traceparent === undefined ? {} : { extensionAttributes: { traceparent: event.traceparent } }),
});

/**
 * Publishes the outbox documents among the changes of a container, in their order. A throw leaves the change feed where
 * it is, so the same documents come again: at least once. A document that is no event would stop the feed for ever; it is logged and left.
 */
export async function relay(publisher: Publisher, changes: readonly unknown[], log: Log): Promise<void> {
  const events: EventEnvelope[] = [];
  for (const change of changes.filter(isOutbox)) {
    const parsed = outboxSchema.safeParse(change);
    if (parsed.success) events.push(parsed.data.event as EventEnvelope);
    else
      log.error('outbox document cannot be published', {
        document: (change as { id?: unknown }).id,
        why: parsed.error.message,
      });
  }
  if (events.length > 0) await publisher(events);
}
