import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UNCLAIMED_QUEUE } from '../../../shared/messaging/unclaimed';
import { FOLDER } from '../compiled';
import type { Finding } from '../finding';
import type { Rule } from './rule';

type Place = Pick<Finding, 'file' | 'line'>;
const finding = (place: Place, message: string): Finding => ({ ...place, message });

type Access = {
  readonly writes: string[];
  readonly reads: string[];
  readonly receivesFrom: string[];
  readonly sendsTo: string[];
};

/**
 * contexts.json gives each context what its code uses and no more: the containers that its sources open, the queue it
 * listens to. Operations replays the dead letters of every queue.
 */
export const contextsReachTheirOwn: Rule = ({ root }) => {
  const file = `${FOLDER}/contexts.json`;
  const source = readFileSync(path.join(root, file), 'utf8');
  const table = JSON.parse(source) as Record<string, Access>;
  const queues = Object.values(
    JSON.parse(readFileSync(path.join(root, 'shared/subscriptions.json'), 'utf8')) as Record<
      string,
      string[]
    >,
  ).flat();
  const placeOf = (context: string): Place => ({
    file,
    line: source.slice(0, source.indexOf(`"${context}": {`)).split('\n').length,
  });
  const contexts = readdirSync(path.join(root, 'functions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return contexts.flatMap((context) => {
    const access = table[context];
    if (access === undefined) return [finding({ file, line: 1 }, `the context ${context} is missing`)];
    const code = sourcesOf(path.join(root, 'functions', context));
    const listens = [...code.matchAll(/queueName: '([\w-]+)'/g)].map(([, name]) => name ?? '');
    const all = [...new Set(queues)];
    const heard = [...all, UNCLAIMED_QUEUE];
    const wanted =
      context === 'operations' ? { receives: heard, sends: all } : { receives: listens, sends: [] };
    return [
      ...compare(
        placeOf(context),
        `containers of ${context}`,
        [...access.writes, ...access.reads],
        containersIn(code),
      ),
      ...compare(
        placeOf(context),
        `queues that ${context} receives from`,
        access.receivesFrom,
        wanted.receives,
      ),
      ...compare(placeOf(context), `queues that ${context} sends to`, access.sendsTo, wanted.sends),
    ];
  });
};

/** Every container that the sources name where they open one or read its feed. */
const containersIn = (code: string): string[] =>
  [...code.matchAll(/(?:container|feedOf|feed)\(\s*'([\w-]+)'/g), ...code.matchAll(/'([\w-]+-leases)'/g)].map(
    ([, name]) => name ?? '',
  );

const sourcesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');

function compare(place: Place, what: string, given: readonly string[], used: readonly string[]): Finding[] {
  const difference = (a: readonly string[], b: readonly string[]) =>
    [...new Set(a)].filter((name) => !b.includes(name));
  return [
    ...difference(used, given).map((name) =>
      finding(place, `${what}: the code uses ${name}, the table has it not`),
    ),
    ...difference(given, used).map((name) => finding(place, `${what}: the code does not use ${name}`)),
  ];
}
