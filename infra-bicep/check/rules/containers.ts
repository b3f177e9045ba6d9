import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dig, textOf, toJson } from '../evaluate/values';
import { finding } from '../finding';
import { made, type Rule } from './rule';

type Container = { readonly partitionKey: string; readonly index: readonly string[]; readonly ttl: boolean };

/** The containers of a deployment that has a database are those of shared/containers.json, with its keys, TTL and index. */
export const containersAreThoseOfTheCode: Rule = ({ root, deployments }) => {
  const table = JSON.parse(readFileSync(path.join(root, 'shared/containers.json'), 'utf8')) as Record<
    string,
    Container
  >;
  const findings = deployments.flatMap((deployment) => {
    const [account] = made(deployment, 'Microsoft.DocumentDB/databaseAccounts');
    if (account === undefined) return [];
    const containers = made(deployment, 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers');
    const byName = new Map(
      containers.map((container) => [container.name.split('/').at(-1) ?? '', container]),
    );
    const missing = Object.keys(table).filter((name) => !byName.has(name));
    return [
      ...missing.map((name) =>
        finding(containers[0] ?? account, `the container ${name} of shared/containers.json is missing`),
      ),
      ...[...byName].flatMap(([name, container]) => {
        const wanted = table[name];
        if (wanted === undefined)
          return [finding(container, `shared/containers.json has no container ${name}`)];
        const resource = dig(container.body, 'properties', 'resource');
        const differs = (what: string, given: unknown, right: unknown) =>
          JSON.stringify(given) === JSON.stringify(right)
            ? []
            : [
                finding(
                  resource ?? container,
                  `${name}: ${what} is ${JSON.stringify(given)}, the code has ${JSON.stringify(right)}`,
                ),
              ];
        const policy = dig(resource, 'indexingPolicy');
        const json = (...at: string[]) => {
          const value = dig(policy, ...at);
          return value && toJson(value);
        };
        const key = dig(resource, 'partitionKey', 'paths');
        const ttl = dig(resource, 'defaultTtl');
        return [
          ...differs('the id', textOf(dig(resource, 'id')), name),
          ...differs('the partition key', key && toJson(key), [wanted.partitionKey]),
          // −1 lets an item's own TTL count; without a default it does nothing.
          ...differs('defaultTtl', ttl && toJson(ttl), wanted.ttl ? -1 : undefined),
          ...differs(
            'the index',
            json('includedPaths'),
            wanted.index.map((p) => ({ path: p })),
          ),
          ...differs('what is not indexed', json('excludedPaths'), [{ path: '/*' }]),
        ];
      }),
    ];
  });
  return { findings };
};
