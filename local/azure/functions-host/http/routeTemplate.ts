/** A route of an HTTP function, compiled. */
export interface RouteTemplate {
  readonly pattern: RegExp;
  readonly parameters: readonly RouteParameter[];
  /** Lower is more specific. It is ASP.NET Core's inbound precedence, one digit a segment. */
  readonly precedence: number;
}

export interface RouteParameter {
  readonly name: string;
  readonly constraints: readonly string[];
  readonly defaultValue: string | undefined;
}

interface Placeholder extends RouteParameter {
  readonly catchAll: boolean;
  readonly optional: boolean;
}

type Part = string | Placeholder;

/**
 * Compiles a template such as `orders/{orderId:guid}/lines/{*rest}`. Literals match in any case, a trailing slash is
 * ignored, `{id?}` and `{id=5}` may be missing, `{*rest}` takes slashes too.
 *
 * Source: "Routing in ASP.NET Core", route templates; RoutePrecedence.ComputeInbound.
 * @throws Error when braces do not match.
 */
export function compileRoute(template: string): RouteTemplate {
  const segments = splitSegments(template.replace(/^\/+|\/+$/g, ''));
  const precedence = segments.map(precedenceOf).join('');
  return {
    pattern: new RegExp(`^${segments.map(patternOf).join('')}/?$`, 'is'),
    parameters: segments.flat().filter((part) => typeof part !== 'string'),
    precedence: Number(`${precedence.slice(0, 1) || '0'}.${precedence.slice(1) || '0'}`),
  };
}

/** The placeholder that is all of a segment, if one is. */
const onlyPlaceholder = (parts: readonly Part[]): Placeholder | undefined =>
  parts.length === 1 && typeof parts[0] !== 'string' ? parts[0] : undefined;

function patternOf(parts: readonly Part[], index: number): string {
  const isFirst = index === 0;
  const only = onlyPlaceholder(parts);
  if (only?.catchAll) return isFirst ? '(.*)' : '(?:/(.*))?';
  if (only?.optional || only?.defaultValue !== undefined) return isFirst ? '([^/]+)?' : '(?:/([^/]+))?';
  const text = parts.map((part) => (typeof part === 'string' ? escapeRegExp(part) : '([^/]+?)')).join('');
  return isFirst ? text : `/${text}`;
}

function precedenceOf(parts: readonly Part[]): string {
  if (parts.length === 1 && typeof parts[0] === 'string') return '1';
  const only = onlyPlaceholder(parts);
  if (!only) return '2';
  const constrained = only.constraints.length > 0 ? 0 : 1;
  return String((only.catchAll ? 4 : 2) + constrained);
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Splits at slashes outside braces. `{{` and `}}` stand for a brace, as regex constraints need. */
function splitSegments(template: string): Part[][] {
  if (template === '') return [];
  const segments: Part[][] = [[]];
  for (let at = 0; at < template.length; ) {
    if (template[at] === '/') {
      segments.push([]);
      at += 1;
      continue;
    }
    const { part, end } = readPart(template, at);
    segments.at(-1)?.push(part);
    at = end;
  }
  return segments;
}

const isDoubled = (template: string, at: number): boolean =>
  (template[at] === '{' || template[at] === '}') && template[at + 1] === template[at];

function readPart(template: string, start: number): { part: Part; end: number } {
  if (template[start] === '{' && !isDoubled(template, start)) {
    const { text, end } = readBraces(template, start);
    return { part: parsePlaceholder(text), end: end + 1 };
  }
  let part = '';
  let at = start;
  while (at < template.length && template[at] !== '/') {
    const doubled = isDoubled(template, at);
    if (template[at] === '{' && !doubled) break;
    part += template[at];
    at += doubled ? 2 : 1;
  }
  return { part, end: at };
}

function readBraces(template: string, start: number): { text: string; end: number } {
  let text = '';
  for (let i = start + 1; i < template.length; i++) {
    const char = template[i] as string;
    const doubled = isDoubled(template, i);
    if (char === '}' && !doubled) return { text, end: i };
    if (doubled) i++;
    text += char;
  }
  throw new Error(`The route template "${template}" has an unclosed "{".`);
}

function parsePlaceholder(text: string): Placeholder {
  const [head = '', ...constraints] = splitConstraints(text);
  const catchAll = head.startsWith('*');
  const [named = '', defaultValue] = head.replace(/^\*+/, '').split('=', 2);
  const tail = constraints.at(-1);
  const optional = (tail ?? named).endsWith('?');
  if (optional && tail !== undefined) constraints[constraints.length - 1] = tail.slice(0, -1);
  return { name: named.replace(/\?$/, ''), constraints, defaultValue, catchAll, optional };
}

function splitConstraints(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === ':' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}
