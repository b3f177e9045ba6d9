import type { CloudEvent } from './engine/model';
import { badRequest, REFUSALS, type Refusal } from './problem';

export type ParsedEvents = { readonly events: readonly CloudEvent[] } | { readonly refusal: Refusal };

/**
 * Reads a request's events in structured content mode, single or batched. The first that is no CloudEvents 1.0 event
 * refuses all.
 */
export function parseEvents(contentType: string | undefined, text: string): ParsedEvents {
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/cloudevents+json' && mediaType !== 'application/cloudevents-batch+json') {
    return { refusal: REFUSALS.mediaType };
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { refusal: badRequest('This resource is configured to receive JSON; the body is not.') };
  }
  const isBatch = mediaType === 'application/cloudevents-batch+json';
  if (Array.isArray(body) !== isBatch) {
    return {
      refusal: badRequest(`For ${mediaType} the body must be ${isBatch ? 'an array' : 'one event'}.`),
    };
  }
  const candidates: unknown[] = isBatch ? (body as unknown[]) : [body];
  for (const [index, candidate] of candidates.entries()) {
    const fault = faultOf(candidate);
    if (fault) return { refusal: badRequest(`The event at index ${index} is invalid: ${fault}`) };
  }
  return { events: candidates as CloudEvent[] };
}

/** Source: CloudEvents 1.0.2, section 3.1: the required attributes are non-empty strings. */
function faultOf(candidate: unknown): string | undefined {
  if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate)) {
    return 'it must be an object.';
  }
  const event = candidate as Record<string, unknown>;
  if (event.specversion !== '1.0') return `'specversion' must be '1.0'.`;
  const missing = ['id', 'source', 'type'].find(
    (name) => typeof event[name] !== 'string' || event[name] === '',
  );
  if (missing) return `'${missing}' must be a non-empty string.`;
  if (event.time !== undefined && Number.isNaN(Date.parse(String(event.time)))) {
    return `'time' must be an RFC 3339 time.`;
  }
  return undefined;
}
