import type { Json, Template } from '../compiled';
import type { Finding } from '../finding';
import { at } from '../resource';
import type { Rule } from './rule';

type Resources = Template['resources'];
type Symbol = Resources[string];

/** Cosmos DB answers 412 to a second one while it makes the first: another user operation is in progress. */
const ONE_BY_ONE = [
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers',
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
];
const SUBSCRIPTION = 'Microsoft.EventGrid/topics/eventSubscriptions';
/** Event Grid tries the roles of its identity when a subscription is made: they come before, and then something slow. */
const BEFORE_SUBSCRIPTIONS = ['Microsoft.EventGrid/topics', 'Microsoft.ApiManagement/service'];

/** What has to wait for something else does, although nothing in it names that. */
export const orderIsKept: Rule = ({ compiled }) =>
  Object.entries(compiled.templates).flatMap(([file, template]) => [
    ...serial(file, template.resources),
    ...subscriptionsLast(file, template.resources),
  ]);

const moduleOf = (symbol: Symbol): Resources | undefined =>
  at(symbol as Json, 'properties.template.resources') as Resources | undefined;

/** True when the symbol makes a resource of the type, itself or in a module. */
const makes = (symbol: Symbol, type: string): boolean =>
  (symbol.type === type && symbol.existing !== true) ||
  Object.values(moduleOf(symbol) ?? {}).some((inner) => makes(inner, type));

function serial(file: string, resources: Resources): Finding[] {
  return Object.entries(resources).flatMap(([name, symbol]) => {
    const types = ONE_BY_ONE.filter((type) => makes(symbol, type));
    const isLoop = symbol.copy !== undefined;
    const wrong = isLoop && at(symbol as Json, 'copy.batchSize') !== 1 ? types : [];
    return [
      ...wrong.map((type) => ({
        file,
        message: `${name} makes ${type} at once: give the loop @batchSize(1)`,
      })),
      ...serial(file, moduleOf(symbol) ?? {}),
    ];
  });
}

/** All that a symbol waits for, directly or not. */
function waitsFor(resources: Resources, name: string, seen = new Set<string>()): Set<string> {
  for (const next of (resources[name]?.dependsOn ?? []) as readonly string[]) {
    if (seen.has(next)) continue;
    seen.add(next);
    waitsFor(resources, next, seen);
  }
  return seen;
}

function subscriptionsLast(file: string, resources: Resources): Finding[] {
  return Object.entries(resources)
    .filter(([, symbol]) => makes(symbol, SUBSCRIPTION))
    .flatMap(([name]) => {
      const before = [...waitsFor(resources, name)].flatMap((other) => resources[other] ?? []);
      return BEFORE_SUBSCRIPTIONS.filter((type) => !before.some((symbol) => makes(symbol, type))).map(
        (type) => ({
          file,
          message: `${name} makes subscriptions of Event Grid and does not wait for ${type}: a role takes minutes to be seen`,
        }),
      );
    });
}
