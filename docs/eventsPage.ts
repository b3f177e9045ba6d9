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

## How events evolve

An event waits in a queue for days and as a dead letter for weeks, and while an update rolls out hosts of two versions publish and read.

- **A member is added as optional.** A reader says what its absence means. It becomes required only when nothing older can come any more, and then its test in
  \`tests/edges/before.test.ts\` is changed on purpose.
- **A member keeps its meaning and its type.** For another meaning take another name. A value is added to an enumeration in the readers first, in one
  release, and published in the next. An older reader ends such a message as a dead letter, which is replayed after the update.
- **A member is taken away** when no reader of the two versions in use reads it. Readers ignore members that they do not know.
- **A new event** is heard before it is published: its queue and its handler come a release earlier, or an older host parks it.
- **Stored documents** follow the same rules. Who rewrites one keeps the members that he does not know. What has to change in all of them is brought to the
  new form by \`npm run update:documents\`, which may run twice and while the theatre sells.
- **Containers** are made by the deployment before the code that uses them. None is renamed. A new one is filled from what is stored, by the change feed or
  by \`update:documents\`, and the old one is removed a release later.

What the first version stored and published lies, letter by letter, in \`tests/samples/before/\`. \`tests/edges/before.test.ts\` reads its events, and
\`tests/flow/before.test.ts\` goes on selling in its theatre.
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
