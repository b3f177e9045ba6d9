import { checkBindings } from '../bindings/checkBindings';
import { checkRoute } from '../http/checkRoute';
import { checkName } from './checkName';
import type { RegisteredFunction } from './coreApi';
import type { HostConfig } from './hostConfig';
import { type HostedFunction, isDisabled, toHostedFunction } from './hostedFunction';
import type { Logger } from './logger';
import type { Settings } from './readSettings';

/** The functions this host will run. One that is disabled, or whose bindings are wrong, is left out and named in the log. */
export function selectFunctions(
  registered: Iterable<RegisteredFunction>,
  settings: Settings,
  config: HostConfig,
  logger: Logger,
): readonly HostedFunction[] {
  const selected: HostedFunction[] = [];
  for (const one of registered) {
    const { name } = one.metadata;
    if (isDisabled(name, settings)) {
      logger.host(
        'information',
        `Function 'Functions.${name}' is disabled via AzureWebJobs.${name}.Disabled.`,
      );
      continue;
    }
    try {
      checkName(name);
      const fn = toHostedFunction(one, settings, config.retry);
      checkBindings(fn, settings);
      checkRoute(fn, config.http.routePrefix);
      selected.push(fn);
    } catch (error) {
      logger.host('error', `The '${name}' function is in error: ${(error as Error).message}`);
    }
  }
  return selected;
}
