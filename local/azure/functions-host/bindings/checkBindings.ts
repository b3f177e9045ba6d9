import { findConnection } from '../app/connection';
import type { HostedFunction, NamedBinding } from '../app/hostedFunction';
import type { Settings } from '../app/readSettings';

const TRIGGERS = [
  'httpTrigger',
  'timerTrigger',
  'serviceBusTrigger',
  'cosmosDBTrigger',
  'eventGridTrigger',
  'warmupTrigger',
];
const INPUTS = ['cosmosDB'];
const OUTPUTS = ['http', 'serviceBus', 'cosmosDB'];

/** The setting that stands for an identity's endpoint, by binding type. */
const IDENTITY_SUFFIX: Readonly<Record<string, string>> = {
  servicebustrigger: 'fullyQualifiedNamespace',
  servicebus: 'fullyQualifiedNamespace',
  cosmosdbtrigger: 'accountEndpoint',
  cosmosdb: 'accountEndpoint',
};

/**
 * Refuses a function whose bindings this host cannot serve, before it starts.
 *
 * @throws Error naming the binding type that is not supported, or the connection that is missing.
 */
export function checkBindings(fn: HostedFunction, settings: Settings): void {
  checkType(fn.trigger, TRIGGERS);
  for (const input of fn.inputs) checkType(input, INPUTS);
  for (const output of fn.outputs) checkType(output, OUTPUTS);
  for (const binding of [fn.trigger, ...fn.inputs, ...fn.outputs]) {
    refuseOldNames(binding);
    if (binding.sdkBinding === true) {
      throw new Error(`sdkBinding of "${binding.type}" is not supported by this host.`);
    }
    const suffix = IDENTITY_SUFFIX[binding.type.toLowerCase()];
    if (suffix) findConnection(connectionName(binding), suffix, settings);
  }
}

/** A binding without `connection` uses its extension's default. */
export function connectionName(binding: NamedBinding): string {
  if (typeof binding.connection === 'string' && binding.connection !== '') return binding.connection;
  return binding.type.toLowerCase().startsWith('cosmos') ? 'CosmosDB' : 'ServiceBus';
}

/**
 * Properties of version 3 of the Cosmos DB extension, which version 4 does not read, and what they are called now.
 *
 * Source: "Migrate function apps from Azure Cosmos DB extension version 3.x to version 4.x".
 */
const OLD_NAMES: Readonly<Record<string, string | undefined>> = {
  connectionStringSetting: 'connection',
  collectionName: 'containerName',
  collectionThroughput: 'containerThroughput',
  leaseConnectionStringSetting: 'leaseConnection',
  leaseCollectionName: 'leaseContainerName',
  leaseCollectionPrefix: 'leaseContainerPrefix',
  leasesCollectionThroughput: 'leasesContainerThroughput',
  createLeaseCollectionIfNotExists: 'createLeaseContainerIfNotExists',
  useMultipleWriteLocations: undefined,
};

function refuseOldNames(binding: NamedBinding): void {
  if (!binding.type.toLowerCase().startsWith('cosmosdb')) return;
  const old = Object.keys(OLD_NAMES).find((name) => binding[name] !== undefined);
  if (old === undefined) return;
  const now = OLD_NAMES[old];
  throw new Error(
    `"${old}" is of version 3 of the Cosmos DB extension; ${now === undefined ? 'remove it' : `it is "${now}" now`}.`,
  );
}

function checkType(binding: NamedBinding, supported: readonly string[]): void {
  if (supported.some((type) => type.toLowerCase() === binding.type.toLowerCase())) return;
  throw new Error(
    `The binding type "${binding.type}" is not supported by this host; it has ${supported.join(', ')}.`,
  );
}
