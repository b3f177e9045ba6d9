import { randomUUID } from 'node:crypto';

/**
 * Values that `{name}` in a binding may stand for, from trigger metadata, route parameters, the message's own fields.
 */
export type BindingData = Readonly<Record<string, unknown>>;

const EXPRESSION = /\{([^{}]+)\}/g;

function lookUp(data: BindingData, expression: string): unknown {
  const [path = ''] = expression.split(':');
  const lower = path.toLowerCase();
  if (lower === 'rand-guid' || lower === 'sys.randguid') return randomUUID();
  if (path === 'DateTime' || lower === 'sys.utcnow') return new Date().toISOString();
  return path.trim().split('.').reduce<unknown>(property, data);
}

/** A property by its name, in any case, the exact one first. */
function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const node = value as Record<string, unknown>;
  if (key in node) return node[key];
  const known = Object.keys(node).find((name) => name.toLowerCase() === key.toLowerCase());
  return known === undefined ? undefined : node[known];
}

function required(data: BindingData, expression: string): unknown {
  const value = lookUp(data, expression);
  if (value === undefined || value === null) {
    throw new Error(`No value for named parameter '${expression}' of a binding.`);
  }
  return value;
}

/**
 * Fills `{name}` and `{a.b}` in a binding's text from the trigger's data.
 *
 * Source: "Azure Functions binding expressions patterns".
 * @throws Error naming the expression that has no value.
 */
export function fillExpression(text: string, data: BindingData): string {
  return text.replace(EXPRESSION, (_, expression: string) => String(required(data, expression)));
}

/** A query with `{name}` turned into parameters, so that no value can change the query itself. */
export function toParameterizedQuery(
  query: string,
  data: BindingData,
): { query: string; parameters: { name: string; value: never }[] } {
  const parameters: { name: string; value: never }[] = [];
  const text = query.replace(EXPRESSION, (_, expression: string) => {
    const name = `@p${parameters.length}`;
    parameters.push({ name, value: required(data, expression) as never });
    return name;
  });
  return { query: text, parameters };
}

/** The fields of a JSON object in a trigger's payload, or none. */
export function payloadFields(payload: unknown): BindingData {
  const value = typeof payload === 'string' ? parse(payload) : payload;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as BindingData) : {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
