import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Deployment } from '../evaluate/deployment';
import { dig, type Resource, textOf, toJson } from '../evaluate/values';
import { type Finding, finding } from '../finding';
import { made, type Rule } from './rule';

const QUEUES = 'Microsoft.ServiceBus/namespaces/queues';

/** Queues and subscriptions are those of shared/subscriptions.json, and events arrive by identity. */
export const messagesFollowTheTable: Rule = ({ root, deployments }) => {
  const text = readFileSync(path.join(root, 'shared/subscriptions.json'), 'utf8');
  const table = JSON.parse(text) as Record<string, string[]>;
  const queues = [...new Set(Object.values(table).flat())].sort();
  return {
    findings: deployments.flatMap((deployment) => {
      const [topic] = made(deployment, 'Microsoft.EventGrid/topics');
      if (topic === undefined) return [];
      const subscriptions = made(deployment, 'Microsoft.EventGrid/topics/eventSubscriptions');
      return [
        ...sameNames(made(deployment, QUEUES), queues, topic),
        ...sameNames(subscriptions, queues, topic),
        ...made(deployment, QUEUES).flatMap(queue),
        ...subscriptions.flatMap((subscription) => delivery(subscription, table, deployment)),
      ];
    }),
  };
};

const lastName = ({ name }: Resource): string => name.split('/').at(-1) ?? '';

function sameNames(resources: readonly Resource[], wanted: readonly string[], fallback: Resource): Finding[] {
  const place = resources[0] ?? fallback;
  const names = resources.map(lastName);
  return [
    ...wanted
      .filter((name) => !names.includes(name))
      .map((name) => finding(place, `shared/subscriptions.json has ${name}, which is missing here`)),
    ...resources
      .filter((resource) => !wanted.includes(lastName(resource)))
      .map((resource) => finding(resource, `shared/subscriptions.json has no queue ${lastName(resource)}`)),
  ];
}

/** An event that is published again on purpose has the same id: duplicate detection would drop it. */
function queue(resource: Resource): Finding[] {
  const detection = dig(resource.body, 'properties', 'requiresDuplicateDetection');
  if (detection === undefined || toJson(detection) === false) return [];
  return [finding(detection, `${resource.name} must not drop duplicates: an event published again is one`)];
}

function delivery(resource: Resource, table: Record<string, string[]>, deployment: Deployment): Finding[] {
  const get = (...at: string[]) => dig(resource.body, 'properties', ...at);
  const name = lastName(resource);
  const types = get('filter', 'includedEventTypes');
  const given = types?.kind === 'array' ? types.items.map((item) => String(toJson(item))).sort() : [];
  const wanted = Object.keys(table)
    .filter((type) => table[type]?.includes(name))
    .sort();
  const to = get('deliveryWithResourceIdentity', 'destination', 'properties', 'resourceId');
  const target = made(deployment, QUEUES).find(({ id }) => id === textOf(to));
  const problems: [boolean, typeof types, string][] = [
    [
      given.join() !== wanted.join(),
      types,
      `the subscription ${name} takes ${given.join(', ')}; the table has ${wanted.join(', ')}`,
    ],
    [
      target === undefined || lastName(target) !== name,
      to,
      `the subscription ${name} should deliver to the queue ${name}`,
    ],
    [
      get('destination') !== undefined,
      get('destination'),
      'a destination belongs into deliveryWithResourceIdentity only',
    ],
    [
      get('deadLetterWithResourceIdentity') === undefined,
      undefined,
      'events that cannot be delivered should go to a blob',
    ],
    [
      textOf(get('eventDeliverySchema')) !== 'CloudEventSchemaV1_0',
      get('eventDeliverySchema'),
      'the handlers read CloudEventSchemaV1_0',
    ],
  ];
  return problems.flatMap(([wrong, place, message]) => (wrong ? [finding(place ?? resource, message)] : []));
}
