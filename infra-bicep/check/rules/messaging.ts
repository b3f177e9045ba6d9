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
    if (resource.type !== SUBSCRIPTIONS) return [];
    return isRest(resource)
      ? [...rest(resource, table), ...delivery(resource)]
      : [...known(resource, queues), ...ofQueue(resource, table), ...delivery(resource)];
  });
  const lost = checked.compiled.deployments.flatMap((deployment) =>
    made(deployment, 'Microsoft.EventGrid/topics').flatMap((topic) => {
      const subscriptions = made(deployment, SUBSCRIPTIONS);
      const about = subscriptions.find(isRest) ?? topic;
      return unheard(subscriptions).map((message) => checked.wrong(deployment, about, message));
    }),
  );
  return [...missing, ...lost, ...each(checked)];
};

const known = (resource: Resource, queues: readonly string[]): string[] =>
  queues.includes(lastName(resource)) ? [] : [`shared/subscriptions.json has no queue ${lastName(resource)}`];

const keepsAll = (queue: Resource): string[] =>
  at(queue, 'properties.requiresDuplicateDetection') === true
    ? ['must not drop duplicates: an event published again is one']
    : [];

/** Source: https://learn.microsoft.com/azure/event-grid/event-filtering (limitations): of all filters of a subscription together. */
const MAX_FILTER_VALUES = 25;

/** One condition of a subscription that names the types it does not take. */
type Filter = { readonly operatorType: string; readonly key: string; readonly values: readonly string[] };
const filtersOf = (subscription: Resource): readonly Filter[] =>
  (at(subscription, 'properties.filter.advancedFilters') ?? []) as Filter[];

const isRest = (subscription: Resource): boolean => lastName(subscription).startsWith(UNCLAIMED_QUEUE);

function passes({ operatorType, key, values }: Filter, type: string): boolean {
  const begins = values.some((value) => type.startsWith(value));
  switch (key === 'type' ? operatorType : undefined) {
    case 'StringBeginsWith':
      return begins;
    case 'StringNotBeginsWith':
      return !begins;
    case 'StringNotIn':
      return !values.includes(type);
    default:
      return false;
  }
}

const takes = (subscription: Resource, type: string): boolean =>
  filtersOf(subscription).every((filter) => passes(filter, type));

/** However a type of tomorrow begins, the queue of what nobody claims gets it once. */
function unheard(subscriptions: readonly Resource[]): string[] {
  const rests = subscriptions.filter(isRest);
  const beginnings = rests
    .flatMap(filtersOf)
    .filter(({ operatorType }) => operatorType.endsWith('BeginsWith'))
    .flatMap(({ values }) => values);
  return [...new Set(['', ...beginnings])].flatMap((beginning) => {
    const type = `${beginning}OfTomorrow`;
    const times = rests.filter((rest) => takes(rest, type)).length;
    return times === 1 ? [] : [`an event of the new type ${type} comes to ${UNCLAIMED_QUEUE} ${times} times`];
  });
}

function rest(subscription: Resource, table: Table): string[] {
  const taken = Object.keys(table).filter((type) => takes(subscription, type));
  const count = filtersOf(subscription).reduce((sum, { values }) => sum + values.length, 0);
  return [
    ...(taken.length > 0 ? [`should leave out what others take: ${taken.join(', ')}`] : []),
    ...(count > MAX_FILTER_VALUES
      ? [`${count} filter values, a subscription has ${MAX_FILTER_VALUES} at most`]
      : []),
  ];
}

function ofQueue(subscription: Resource, table: Table): string[] {
  const name = lastName(subscription);
  const given = [...((at(subscription, 'properties.filter.includedEventTypes') ?? []) as string[])].sort();
  const wanted = Object.keys(table).filter((type) => table[type]?.includes(name));
  return given.join() === wanted.sort().join()
    ? []
    : [`takes ${given.join(', ')}; the table has ${wanted.join(', ')}`];
}

function delivery(subscription: Resource): string[] {
  const get = (where: string) => at(subscription, `properties.${where}`);
  const queue = isRest(subscription) ? UNCLAIMED_QUEUE : lastName(subscription);
  const target = get('deliveryWithResourceIdentity.destination.properties.resourceId');
  const problems: [isWrong: boolean, message: string][] = [
    [!String(target).endsWith(`/queues/${queue}`), `should deliver to the queue ${queue}`],
    [get('destination') !== undefined, 'a destination belongs into deliveryWithResourceIdentity only'],
    [
      get('deadLetterWithResourceIdentity') === undefined,
      'events that cannot be delivered should go to a blob',
    ],
    [get('eventDeliverySchema') !== 'CloudEventSchemaV1_0', 'the handlers read CloudEventSchemaV1_0'],
  ];
  return problems.filter(([isWrong]) => isWrong).map(([, message]) => message);
}
