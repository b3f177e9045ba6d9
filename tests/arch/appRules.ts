import type { z } from 'zod';
import { codeOf, type SourceFile } from './sourceFile';

/** A function as it is registered with the host. */
export type Registered = {
  readonly name: string;
  readonly kind: 'http' | 'serviceBusQueue' | 'cosmosDB' | 'timer';
  readonly options: Readonly<Record<string, unknown>>;
};

/** Names in small letters: always-ready instances of a name in capitals were not found in Azure. Each once. */
export const faultsInNames = (functions: readonly Registered[]): string[] => [
  ...functions
    .filter(({ name }) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    .map(({ name }) => `${name}: is not in small letters`),
  ...functions
    .filter(({ name }, i, all) => all.findIndex((f) => f.name === name) !== i)
    .map(({ name }) => `${name}: is registered twice`),
];

/** The host refuses routes that begin with `admin`; the prefix in host.json is empty, so `api/` is in each route. */
export const faultsInRoutes = (functions: readonly Registered[]): string[] =>
  functions
    .filter(({ kind }) => kind === 'http')
    .map(({ name, options }) => ({ name, route: String(options.route) }))
    .flatMap(({ name, route }) => [
      ...(route.startsWith('admin') ? [`${name}: its route begins with admin`] : []),
      ...(route.startsWith('api/') ? [] : [`${name}: its route does not begin with api/`]),
    ]);

/** Every reader of a feed has its own leases, on containers that exist; every queue that is fed has one reader. */
export function faultsInTriggers(
  functions: readonly Registered[],
  containers: readonly string[],
  queues: readonly string[],
): string[] {
  const feeds = functions.filter(({ kind }) => kind === 'cosmosDB');
  const leasesOf = ({ options }: Registered) =>
    `${options.leaseContainerName}/${options.leaseContainerPrefix}`;
  const read = functions
    .filter(({ kind }) => kind === 'serviceBusQueue')
    .map(({ options }) => String(options.queueName));
  return [
    ...feeds
      .flatMap(({ name, options }) =>
        [options.containerName, options.leaseContainerName].map((container) => ({
          name,
          container: String(container),
        })),
      )
      .filter(({ container }) => !containers.includes(container))
      .map(({ name, container }) => `${name}: there is no container ${container}`),
    ...feeds
      .filter((feed, i) => feeds.findIndex((other) => leasesOf(other) === leasesOf(feed)) !== i)
      .map((feed) => `${feed.name}: shares the leases ${leasesOf(feed)}`),
    ...queues.filter((queue) => !read.includes(queue)).map((queue) => `nobody reads the queue ${queue}`),
    ...read
      .filter((queue, i) => !queues.includes(queue) || read.indexOf(queue) !== i)
      .map((queue) => `a reader too many of the queue ${queue}`),
  ];
}

type Settings = z.ZodObject;

/** Settings that a schema requires and the sample lacks, by name. */
export const missingInSample = (
  schemas: readonly Settings[],
  sample: Readonly<Record<string, string>>,
): string[] => [
  ...new Set(
    schemas
      .flatMap((schema) => schema.safeParse({}).error?.issues ?? [])
      .map(({ path }) => String(path[0]))
      .filter((name) => sample[name] === undefined),
  ),
];

/** Settings of the Functions host itself. Source: learn.microsoft.com/azure/azure-functions/functions-app-settings */
const OF_THE_HOST = /^(AzureWebJobsStorage|FUNCTIONS_WORKER_RUNTIME|AzureFunctionsJobHost__\w+)$/;

/** Settings of the sample that neither a schema nor the code nor the host reads. */
export function unreadSettings(
  schemas: readonly Settings[],
  sample: Readonly<Record<string, string>>,
  files: readonly SourceFile[],
): string[] {
  const known = new Set(schemas.flatMap((schema) => Object.keys(schema.shape)));
  const inCode = (name: string) =>
    files.some((file) => new RegExp(`process\\.env\\.${name}\\b|connection: '${name}'`).test(codeOf(file)));
  return Object.keys(sample).filter((name) => !known.has(name) && !OF_THE_HOST.test(name) && !inCode(name));
}
