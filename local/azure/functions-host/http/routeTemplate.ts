/** A route of an HTTP function, compiled. */
export interface RouteTemplate {
  readonly pattern: RegExp;
  readonly parameters: readonly RouteParameter[];
  /** Lower is more specific; ASP.NET Core's inbound precedence, one digit a segment. */
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
 * Compiles a template such as `musicals/{musicalId:guid}/seats/{*rest}`: literals match in any case, a trailing slash is
 * ignored, `{id?}` and `{id=5}` may be missing, `{*rest}` takes slashes too.
 *
 * Source: "Routing in ASP.NET Core", route templates; RoutePrecedence.ComputeInbound.
 * @throws Error when braces do not match.
 */
export function compileRoute(template: string): RouteTemplate {
  const segments = splitSegments(template.replace(/^\/+|\/+$/g, ''));
  const parameters: RouteParameter[] = [];
  let source = '^';
  let precedence = '';
  segments.forEach((parts, index) => {
    const only = parts.length === 1 && typeof parts[0] !== 'string' ? parts[0] : undefined;
    for (const part of parts) if (typeof part !== 'string') parameters.push(part);
    const slash = index === 0 ? '' : '/';
    const missable = only && (only.optional || only.defaultValue !== undefined);
    if (only?.catchAll) source += index === 0 ? '(.*)' : '(?:/(.*))?';
    else if (missable) source += index === 0 ? '([^/]+)?' : '(?:/([^/]+))?';
    else source += slash + parts.map((p) => (typeof p === 'string' ? escapeRegExp(p) : '([^/]+?)')).join('');
    precedence += precedenceOf(parts, only);
  });
  return {
    pattern: new RegExp(`${source}/?$`, 'is'),
    parameters,
    precedence: Number(`${precedence.slice(0, 1) || '0'}.${precedence.slice(1) || '0'}`),
  };
}

function precedenceOf(parts: readonly Part[], only: Placeholder | undefined): string {
  if (parts.length === 1 && typeof parts[0] === 'string') return '1';
  if (!only) return '2';
  const constrained = only.constraints.length > 0 ? 0 : 1;
  return String((only.catchAll ? 4 : 2) + constrained);
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Splits at slashes outside braces; `{{` and `}}` stand for a brace, as regex constraints need. */
function splitSegments(template: string): Part[][] {
  const segments: Part[][] = [[]];
  let literal = '';
  const current = () => segments[segments.length - 1] as Part[];
  const endLiteral = () => {
    if (literal !== '') current().push(literal);
    literal = '';
  };
  for (let i = 0; i < template.length; i++) {
    const char = template[i] as string;
    if (char === '/') {
      endLiteral();
      segments.push([]);
    } else if (char === '{' && template[i + 1] !== '{') {
      endLiteral();
      const { text, end } = readBraces(template, i);
      current().push(parsePlaceholder(text));
      i = end;
    } else {
      if ((char === '{' || char === '}') && template[i + 1] === char) i++;
      literal += char;
    }
  }
  endLiteral();
  return template === '' ? [] : segments;
}

function readBraces(template: string, start: number): { text: string; end: number } {
  let text = '';
  for (let i = start + 1; i < template.length; i++) {
    const char = template[i] as string;
    const doubled = (char === '{' || char === '}') && template[i + 1] === char;
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
