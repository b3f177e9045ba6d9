import { type RetryPolicy, toRetryPolicy } from '../invocation/retryPolicy';
import type { RegisteredFunction } from './coreApi';
import type { BindingInfo, FunctionCallback, FunctionMetadata } from './coreTypes';
import type { Settings } from './readSettings';
import { resolveBinding } from './resolveSettings';

export interface NamedBinding extends BindingInfo {
  readonly name: string;
}

/** A registered function with its bindings sorted by role and their `%settings%` filled in. */
export interface HostedFunction {
  readonly name: string;
  /** As the app registered it, which the library shows in `context.options`. */
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
  readonly trigger: NamedBinding;
  /** Lower-case type of the trigger, `httptrigger`. */
  readonly triggerType: string;
  readonly inputs: readonly NamedBinding[];
  readonly outputs: readonly NamedBinding[];
  readonly retry: RetryPolicy | undefined;
}

/** Triggers whose functions the host runs again by a retry policy. Source: "Azure Functions error handling and retries". */
const RETRIED = new Set(['cosmosdbtrigger', 'timertrigger']);

/**
 * @param hostRetry `retry` of host.json, for functions without a policy of their own.
 * @throws MissingSettingError when a `%NAME%` in a binding has no value; Error when there is no trigger.
 */
export function toHostedFunction(
  registered: RegisteredFunction,
  settings: Settings,
  hostRetry: unknown,
): HostedFunction {
  const { metadata, callback } = registered;
  const bindings = Object.entries(metadata.bindings).map(
    ([name, binding]): NamedBinding => resolveBinding({ ...binding, name }, settings),
  );
  const trigger = bindings.find((binding) => /trigger$/i.test(binding.type));
  if (!trigger) throw new Error(`Function "${metadata.name}" has no trigger.`);
  const triggerType = trigger.type.toLowerCase();
  return {
    name: metadata.name,
    metadata,
    callback,
    trigger,
    triggerType,
    inputs: bindings.filter((binding) => binding !== trigger && binding.direction === 'in'),
    outputs: bindings.filter((binding) => binding.direction === 'out'),
    retry: RETRIED.has(triggerType) ? toRetryPolicy(metadata.retryOptions ?? hostRetry) : undefined,
  };
}

/**
 * Whether `AzureWebJobs.<name>.Disabled` (or its form for Linux, with underscores) is set.
 *
 * Source: "How to disable functions in Azure Functions".
 */
export function isDisabled(name: string, settings: Settings): boolean {
  const value =
    settings[`AzureWebJobs.${name}.Disabled`] ??
    settings[`AzureWebJobs_${name}_Disabled`] ??
    settings[`AzureWebJobs__${name}__Disabled`];
  return value !== undefined && /^(true|1)$/i.test(value);
}
