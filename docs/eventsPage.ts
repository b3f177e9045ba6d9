import { z } from 'zod';
import type { EventContract } from '../shared/messaging/envelope';
import { table } from './table';

/** Queue → event type → the name of the use case that the queue runs for it. */
export type Reactions = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** Event type → queues, as in shared/subscriptions.json. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>;

/** The page docs/events.md. It says who publishes what, and who does what about it. */
export function eventsPage(
  contracts: readonly EventContract[],
  subscriptions: Subscriptions,
  reactions: Reactions,
): string {
  const rows = contracts.map((contract) => [
    `\`${contract.type}\``,
    `\`${contract.source}\``,
    fieldsOf(contract),
    (subscriptions[contract.type] ?? [])
      .map((queue) => `${queue}: \`${reactions[queue]?.[contract.type] ?? '?'}\``)
      .join('<br>'),
  ]);
  return `# Events

Every event is a CloudEvent 1.0 on the Event Grid topic, and its \`subject\` is the reservation's id. Members of \`data\` with \`?\` may be absent.
To follow an event, read its line in a \`contract.ts\`, then \`shared/subscriptions.json\`, then \`triggers/events.ts\` of who reacts.
This page is generated from these by \`npm run generate\`.

${table(['event', 'source', 'data', 'who reacts, with which use case'], rows)}
`;
}

function fieldsOf({ data }: EventContract): string {
  const { properties = {}, required = [] } = z.toJSONSchema(data);
  return Object.keys(properties)
    .map((name) => `\`${name}${required.includes(name) ? '' : '?'}\``)
    .join(', ');
}

/**
 * What does not fit together. Such are an event nobody consumes, a handler nobody feeds, and a queue that gets what it
 * cannot read.
 */
export function faultsInEvents(
  contracts: readonly EventContract[],
  subscriptions: Subscriptions,
  reactions: Reactions,
): string[] {
  const types = new Set(contracts.map(({ type }) => type));
  const unconsumed = [...types].filter((type) => (subscriptions[type] ?? []).length === 0);
  const unknown = Object.keys(subscriptions).filter((type) => !types.has(type));
  const twice = contracts.map(({ type }) => type).filter((type, i, all) => all.indexOf(type) !== i);
  const unhandled = Object.entries(subscriptions).flatMap(([type, queues]) =>
    queues.filter((queue) => reactions[queue]?.[type] === undefined).map((queue) => `${queue} for ${type}`),
  );
  const unfed = Object.entries(reactions).flatMap(([queue, handled]) =>
    Object.keys(handled)
      .filter((type) => !subscriptions[type]?.includes(queue))
      .map((type) => `${queue} for ${type}`),
  );
  return [
    ...unconsumed.map((type) => `nobody consumes ${type}`),
    ...unknown.map((type) => `no contract describes ${type}`),
    ...twice.map((type) => `two contracts describe ${type}`),
    ...unhandled.map((what) => `no handler in ${what}`),
    ...unfed.map((what) => `nobody feeds the handler in ${what}`),
  ];
}
