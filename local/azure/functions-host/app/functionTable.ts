import { methodsOf, routeOf } from '../http/httpTrigger';
import type { HostedFunction } from './hostedFunction';

/**
 * The table of functions as `func start` prints it. HTTP functions with their addresses come first, then the rest by
 * trigger.
 */
export function printFunctionTable(
  functions: readonly HostedFunction[],
  port: number,
  routePrefix: string,
): string {
  const byName = [...functions].sort((a, b) => a.name.localeCompare(b.name));
  const isHttp = (fn: HostedFunction) => fn.triggerType === 'httptrigger';
  const lines = [
    ...byName.filter(isHttp).map((fn) => {
      const { template } = routeOf(fn, routePrefix);
      return `\t${fn.name}: [${methodsOf(fn).join(',')}] http://localhost:${port}/${template}`;
    }),
    ...byName.filter((fn) => !isHttp(fn)).map((fn) => `\t${fn.name}: ${fn.trigger.type}`),
  ];
  return `\nFunctions:\n\n${lines.join('\n\n')}\n`;
}

/** Said when an app registers nothing. */
export const NO_FUNCTIONS =
  'No job functions found. Likely causes: "main" of package.json matches a file that registers none (app.http, app.timer, …), ' +
  'the app is not built, every function is disabled, or @azure/functions is installed twice.';
