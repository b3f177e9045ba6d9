import { type Constraint, toConstraint } from './routeConstraint';
import { compileRoute } from './routeTemplate';

export interface Route<T> {
  /** With the route prefix, without a leading slash. */
  readonly template: string;
  /** Upper case. */
  readonly methods: readonly string[];
  readonly target: T;
}

export interface RouteMatch<T> {
  readonly target: T;
  readonly params: Readonly<Record<string, string>>;
}

export type Router<T> = (method: string, path: string) => RouteMatch<T> | undefined;

interface CompiledRoute<T> {
  readonly methods: ReadonlySet<string>;
  readonly pattern: RegExp;
  readonly precedence: number;
  readonly parameters: readonly {
    readonly name: string;
    readonly constraints: readonly Constraint[];
    readonly defaultValue: string | undefined;
  }[];
  readonly target: T;
}

/**
 * Finds the function of a request. It is the one with the most specific route whose constraints hold and whose methods
 * allow it. A path that only other methods have is not found (404), as on the real host, which makes the method part
 * of the route.
 *
 * Source: WebJobs Script, WebJobsRouter and HttpMethodRouteConstraint.
 * @throws Error when a template or a constraint is malformed.
 */
export function createRouter<T>(routes: readonly Route<T>[]): Router<T> {
  const compiled = routes.map(compile).sort((a, b) => a.precedence - b.precedence);
  return (method, path) => {
    const decoded = decodePath(path.startsWith('/') ? path.slice(1) : path);
    for (const route of compiled) {
      const params = route.methods.has(method) ? readParams(route, decoded) : undefined;
      if (params) return { target: route.target, params };
    }
    return undefined;
  };
}

function compile<T>(route: Route<T>): CompiledRoute<T> {
  const { pattern, precedence, parameters } = compileRoute(route.template);
  return {
    methods: new Set(route.methods),
    pattern,
    precedence,
    parameters: parameters.map(({ name, constraints, defaultValue }) => ({
      name,
      constraints: constraints.map(toConstraint),
      defaultValue,
    })),
    target: route.target,
  };
}

function readParams<T>(route: CompiledRoute<T>, path: string): Record<string, string> | undefined {
  const match = route.pattern.exec(path);
  if (!match) return undefined;
  const params: Record<string, string> = {};
  for (const [index, { name, constraints, defaultValue }] of route.parameters.entries()) {
    const value = match[index + 1] || defaultValue;
    if (value === undefined || value === '') continue;
    if (!constraints.every((holds) => holds(value))) return undefined;
    params[name] = value;
  }
  return params;
}

/**
 * Decodes percent escapes but `%2F`, which stays as it is, so that an encoded slash is never taken for a separator.
 * Escapes that make no text stay too. Source: ASP.NET Core, PathString and UrlDecoder.
 */
export function decodePath(path: string): string {
  if (!path.includes('%')) return path;
  return path
    .split(/(%2f)/i)
    .map((part) => (/^%2f$/i.test(part) ? part : decodeOrKeep(part)))
    .join('');
}

function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
