import { AzureKeyCredential, EventGridPublisherClient, type SendCloudEventInput } from '@azure/eventgrid';
import { DefaultAzureCredential } from '@azure/identity';
import { systemClock } from '../kernel/clock';
import type { EventGridSettings } from '../kernel/config';
import { reasonOf } from '../telemetry/log';
import { recordMetric } from '../telemetry/metrics';
import { beginSpan } from '../telemetry/trace';
import type { EventEnvelope } from './envelope';
import { sendTogether } from './sendTogether';

/** Sends events to the topic. Resolves when all are accepted, throws when any may not be. */
export type Publisher = (events: readonly EventEnvelope[]) => Promise<void>;

/** What was decided is stored, but the topic may not have its events. Whoever was to send them has to do so again. */
export class Unpublished extends Error {}

/**
 * Publishes what a stored change tells. It comes after the commit, so no event tells of what was rolled back, and before
 * the message is settled or the sweep's date is taken off, so none is lost. Each event has a span in its own trace, and
 * whoever hears it goes on from that span. Throws Unpublished.
 */
export async function publish(publisher: Publisher, events: readonly EventEnvelope[]): Promise<void> {
  if (events.length === 0) return;
  const spans = events.map(({ type, source, subject, traceparent }) =>
    beginSpan({
      name: `publish ${type}`,
      kind: 'producer',
      traceparent,
      attributes: { event: type, source, subject },
    }),
  );
  try {
    await publisher(
      events.map((event, i) => {
        const traceparent = spans[i]?.traceparent;
        return traceparent === undefined ? event : { ...event, traceparent };
      }),
    );
  } catch (error) {
    for (const { type } of events) recordMetric('marquee.events.unpublished', 1, { type });
    const types = events.map(({ type }) => type).join(', ');
    throw new Unpublished(`${types}: the topic did not take it: ${reasonOf(error)}`, { cause: error });
  } finally {
    for (const { end } of spans) end();
  }
  const nowMs = systemClock.now();
  for (const { type, time } of events)
    recordMetric('marquee.publish.lag', Math.max(0, nowMs - Date.parse(time)), { type });
}

/**
 * How long one call waits for the topic, its retries included. A buyer's request waits for it, so it is short. What is
 * not taken by then is published again, by the message that comes again or by the sweep.
 */
const TIMEOUT_MS = 3_000;
const RETRIES = { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 1_000 };

export function eventGridPublisher(settings: EventGridSettings): Publisher {
  const { EVENTGRID__topicEndpointUri: endpoint, EVENTGRID__topicKey: key } = settings;
  const options = {
    allowInsecureConnection: endpoint.startsWith('http://127.0.0.1'),
    retryOptions: RETRIES,
  };
  const client = key
    ? new EventGridPublisherClient(endpoint, 'CloudEvent', new AzureKeyCredential(key), options)
    : new EventGridPublisherClient(endpoint, 'CloudEvent', new DefaultAzureCredential(), options);
  return sendTogether((events) =>
    client.send(events.map(cloudEvent), { abortSignal: AbortSignal.timeout(TIMEOUT_MS) }),
  );
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
