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
    if (binding.sdkBinding === true) {
      throw new Error(`sdkBinding of "${binding.type}" is not supported by this host.`);
    }
    const suffix = IDENTITY_SUFFIX[binding.type.toLowerCase()];
    if (suffix) findConnection(connectionName(binding), suffix, settings);
  }
}

/** A binding without `connection` uses its extension's default. */
export function connectionName(binding: NamedBinding): string {
  const given = binding.connection ?? binding.connectionStringSetting;
  if (typeof given === 'string' && given !== '') return given;
  return binding.type.toLowerCase().startsWith('cosmos') ? 'CosmosDB' : 'ServiceBus';
}

function checkType(binding: NamedBinding, supported: readonly string[]): void {
  if (supported.some((type) => type.toLowerCase() === binding.type.toLowerCase())) return;
  throw new Error(
    `The binding type "${binding.type}" is not supported by this host; it has ${supported.join(', ')}.`,
  );
}
