import { readFileSync } from 'node:fs';
import path from 'node:path';
import { at, lastName, made } from '../resource';
import type { Rule } from './rule';

type Container = { readonly partitionKey: string; readonly index: readonly string[]; readonly ttl: boolean };

/** The containers of a deployment that has a database are those of shared/containers.json, with its keys, TTL and index. */
export const containersAreThoseOfTheCode: Rule = ({ root, compiled, wrong }) => {
  const file = 'shared/containers.json';
  const table = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, Container>;
  return compiled.deployments.flatMap((deployment) => {
    const [account] = made(deployment, 'Microsoft.DocumentDB/databaseAccounts');
    if (account === undefined) return [];
    const containers = made(deployment, 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers');
    const missing = Object.keys(table).filter((name) => !containers.some((made) => lastName(made) === name));
    return [
      ...missing.map((name) => wrong(deployment, account, `the container ${name} of ${file} is missing`)),
      ...containers.flatMap((container) => {
        const wanted = table[lastName(container)];
        const problems =
          wanted === undefined ? [`${file} has no such container`] : differences(container, wanted);
        return problems.map((problem) => wrong(deployment, container, problem));
      }),
    ];
  });
};

function differences(container: Parameters<typeof lastName>[0], wanted: Container): string[] {
  const differs = (what: string, where: string, right: unknown) => {
    const given = at(container, `properties.resource.${where}`);
    const [is, should] = [given, right].map((value) => JSON.stringify(value));
    return is === should ? [] : [`${what} is ${is}, the code has ${should}`];
  };
  return [
    ...differs('the id', 'id', lastName(container)),
    ...differs('the partition key', 'partitionKey.paths', [wanted.partitionKey]),
    // −1 lets an item's own TTL count; without a default it does nothing.
    ...differs('defaultTtl', 'defaultTtl', wanted.ttl ? -1 : undefined),
    ...differs(
      'the index',
      'indexingPolicy.includedPaths',
      wanted.index.map((p) => ({ path: p })),
    ),
    ...differs('what is not indexed', 'indexingPolicy.excludedPaths', [{ path: '/*' }]),
  ];
}
