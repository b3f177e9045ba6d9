/** What a call to the Event Grid webhook asks for. */
export type WebhookCall =
  | { readonly kind: 'validate'; readonly code: string }
  | { readonly kind: 'deliver'; readonly events: readonly unknown[] }
  | { readonly kind: 'unsubscribe' }
  | { readonly kind: 'unreadable' };

/**
 * Reads a POST to the webhook, which is the validation handshake, or events of either schema, one or many.
 *
 * Source: "Event Grid trigger for Azure Functions"; "Webhook event delivery", endpoint validation.
 */
export function readWebhookCall(eventType: string | undefined, body: string): WebhookCall {
  if (eventType === 'Unsubscribe') return { kind: 'unsubscribe' };
  const events = parseEvents(body);
  if (!events) return { kind: 'unreadable' };
  if (eventType !== 'SubscriptionValidation') return { kind: 'deliver', events };
  const [first] = events as { data?: { validationCode?: unknown } }[];
  const code = first?.data?.validationCode;
  return typeof code === 'string' ? { kind: 'validate', code } : { kind: 'unreadable' };
}

function parseEvents(body: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return undefined;
  }
}
