import type { HostedFunction } from '../app/hostedFunction';
import { routeOf } from './httpTrigger';
import { toConstraint } from './routeConstraint';
import { compileRoute } from './routeTemplate';

/** Where the host's own addresses lie. Source: azure-functions-host, ScriptHost.ValidateHttpFunction. */
const BUILT_IN = /^(admin|runtime)/i;

/**
 * Refuses a route that Azure does not take. That is one with a slash or tilde in front, with an empty segment, over
 * the host's own addresses, or that is no template.
 *
 * Source: ASP.NET Core, TemplateParser.
 * @throws Error saying what is wrong with the route.
 */
export function checkRoute(fn: HostedFunction, prefix: string): void {
  const { route } = fn.trigger;
  if (fn.triggerType !== 'httptrigger' || typeof route !== 'string') return;
  if (/^[/~]/.test(route)) throw new Error(`The route "${route}" must not begin with "/" or "~".`);
  if (route.includes('//')) throw new Error(`The route "${route}" must not have an empty segment.`);
  if (BUILT_IN.test(route)) {
    throw new Error(
      `The route "${route}" conflicts with the host's own, which begin with "admin" or "runtime".`,
    );
  }
  const { parameters } = compileRoute(routeOf(fn, prefix).template);
  for (const { constraints } of parameters) constraints.forEach(toConstraint);
}
