import { AzureKeyCredential, EventGridPublisherClient, type SendCloudEventInput } from '@azure/eventgrid';
import { DefaultAzureCredential } from '@azure/identity';
import type { z } from 'zod';
import { type NoteFailure, readChanges } from '../cosmos/failures';
import { systemClock } from '../kernel/clock';
import type { EventGridSettings } from '../kernel/config';
import type { Log } from '../telemetry/log';
import { recordMetric } from '../telemetry/metrics';
import { beginSpan } from '../telemetry/trace';
import type { EventEnvelope } from './envelope';
import { outboxSchema } from './outbox';

/** Sends events to the topic. Resolves when all are accepted, throws when any may not be. */
export type Publisher = (events: readonly EventEnvelope[]) => Promise<void>;

/**
 * Events a request. They are few enough that a full one stays below Event Grid's 1 MB.
 * Source: learn.microsoft.com/azure/event-grid/quotas-limits
 */
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
 * Publishes the outbox documents among the changes of a container, in their order and at least once. A throw leaves the
 * change feed where it is, so the same documents come again.
 */
export async function relay(
  publisher: Publisher,
  changes: readonly unknown[],
  note: NoteFailure,
  log: Log,
): Promise<void> {
  const stored = await readChanges(changes, { kind: 'outbox', schema: outboxSchema }, note, log);
  if (stored.length > 0) await publishAll(publisher, stored);
}

type Stored = z.infer<typeof outboxSchema>;

/** One request, but each event has a span in its own trace. Whoever hears the event goes on from that span. */
async function publishAll(publisher: Publisher, stored: readonly Stored[]): Promise<void> {
  const spans = stored.map(({ event }) =>
    beginSpan({
      name: `publish ${event.type}`,
      kind: 'producer',
      traceparent: event.traceparent,
      attributes: { event: event.type, source: event.source, subject: event.subject },
    }),
  );
  try {
    await publisher(
      stored.map(({ event }, i) => {
        const traceparent = spans[i]?.traceparent;
        return traceparent === undefined ? event : { ...event, traceparent };
      }),
    );
    const now = systemClock.now();
    for (const { event, _ts: storedAtSeconds = 0 } of stored) {
      // Cosmos DB's time is in whole seconds; the event's is exact, but old when it is published again.
      const since = Math.max(Date.parse(event.time), storedAtSeconds * 1000);
      recordMetric('marquee.outbox.lag', Math.max(0, now - since), { type: event.type });
    }
  } finally {
    for (const { end } of spans) end();
  }
}
