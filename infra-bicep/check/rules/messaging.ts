import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UNCLAIMED_QUEUE } from '../../../shared/messaging/unclaimed';
import type { Resource } from '../compiled';
import { at, lastName, made } from '../resource';
import { ofEach, type Rule } from './rule';

const QUEUES = 'Microsoft.ServiceBus/namespaces/queues';
const SUBSCRIPTIONS = 'Microsoft.EventGrid/topics/eventSubscriptions';

type Table = Readonly<Record<string, readonly string[]>>;

/** Queues and subscriptions are those of shared/subscriptions.json, and events arrive by identity. */
export const messagesFollowTheTable: Rule = (checked) => {
  const text = readFileSync(path.join(checked.root, 'shared/subscriptions.json'), 'utf8');
  const table = JSON.parse(text) as Table;
  const queues = [...new Set([...Object.values(table).flat(), UNCLAIMED_QUEUE])].sort();
  const missing = checked.compiled.deployments.flatMap((deployment) =>
    made(deployment, 'Microsoft.EventGrid/topics').flatMap((topic) =>
      [QUEUES, SUBSCRIPTIONS].flatMap((type) => {
        const names = made(deployment, type).map(lastName);
        return queues
          .filter((name) => !names.includes(name))
          .map((name) => checked.wrong(deployment, topic, `${name} is missing among ${type}`));
      }),
    ),
  );
  const each = ofEach((resource) => {
    if (resource.type === QUEUES) return [...known(resource, queues), ...keepsAll(resource)];
    if (resource.type === SUBSCRIPTIONS) return [...known(resource, queues), ...delivery(resource, table)];
    return [];
  });
  return [...missing, ...each(checked)];
};

const known = (resource: Resource, queues: readonly string[]): string[] =>
  queues.includes(lastName(resource)) ? [] : [`shared/subscriptions.json has no queue ${lastName(resource)}`];

const keepsAll = (queue: Resource): string[] =>
  at(queue, 'properties.requiresDuplicateDetection') === true
    ? ['must not drop duplicates: an event published again is one']
    : [];

/** Source: https://learn.microsoft.com/azure/event-grid/event-filtering (limitations) */
const MAX_FILTER_VALUES = 25;

/** The filter by which a subscription takes every type but those it names. */
type RestFilter = { readonly operatorType?: string; readonly key?: string; readonly values?: string[] };
const restFilterOf = (subscription: Resource): RestFilter | undefined =>
  ((at(subscription, 'properties.filter.advancedFilters') ?? []) as RestFilter[])[0];

const isRestFilter = (filter: RestFilter | undefined): boolean =>
  filter?.operatorType === 'StringNotIn' && filter.key === 'type';

function delivery(subscription: Resource, table: Table): string[] {
  const get = (where: string) => at(subscription, `properties.${where}`);
  const name = lastName(subscription);
  const isRest = name === UNCLAIMED_QUEUE;
  const rest = restFilterOf(subscription);
  const types = isRest ? rest?.values : get('filter.includedEventTypes');
  const given = [...((types ?? []) as string[])].sort();
  const wanted = Object.keys(table).filter((type) => isRest || table[type]?.includes(name));
  const target = get('deliveryWithResourceIdentity.destination.properties.resourceId');
  const problems: [isWrong: boolean, message: string][] = [
    [isRest && !isRestFilter(rest), 'should take every type that no other subscription names'],
    [
      isRest && wanted.length > MAX_FILTER_VALUES,
      `more than ${MAX_FILTER_VALUES} types are more than a filter has`,
    ],
    [given.join() !== wanted.sort().join(), `takes ${given.join(', ')}; the table has ${wanted.join(', ')}`],
    [!String(target).endsWith(`/queues/${name}`), `should deliver to the queue ${name}`],
    [get('destination') !== undefined, 'a destination belongs into deliveryWithResourceIdentity only'],
    [
      get('deadLetterWithResourceIdentity') === undefined,
      'events that cannot be delivered should go to a blob',
    ],
    [get('eventDeliverySchema') !== 'CloudEventSchemaV1_0', 'the handlers read CloudEventSchemaV1_0'],
  ];
  return problems.filter(([isWrong]) => isWrong).map(([, message]) => message);
}
