import { z } from 'zod';
import type { Template } from '../compiled';
import type { Rule } from './rule';
import { settingsSchemas } from './settings';

type Parameter = NonNullable<Template['parameters']>[string];

/** Parameters and outputs are described, no text and number takes anything, and a setting takes what the code takes. */
export const parametersSayWhatTheyTake: Rule = ({ compiled }) =>
  Object.entries(compiled.templates).flatMap(([file, template]) =>
    templateProblems(template).map((message) => ({ file, message })),
  );

function templateProblems({ parameters = {}, outputs = {}, resources }: Template): string[] {
  const inside = Object.entries(resources).flatMap(([symbol, resource]) => {
    const module = (resource.properties as { readonly template?: unknown } | undefined)?.template;
    return module === undefined
      ? []
      : templateProblems(module as Template).map((message) => `in the module ${symbol}: ${message}`);
  });
  const described = (kind: string, all: Readonly<Record<string, Parameter>>) =>
    Object.entries(all)
      .filter(([, { metadata }]) => !Object.hasOwn((metadata ?? {}) as object, 'description'))
      .map(([name]) => `${kind} ${name} has no @description`);
  return [
    ...described('param', parameters),
    ...described('output', outputs),
    ...Object.entries(parameters).flatMap(([name, parameter]) => [
      ...free(name, parameter),
      ...unlikeTheCode(name, parameter),
    ]),
    ...inside,
  ];
}

const BOUNDS = ['allowedValues', 'minLength', 'maxLength', 'minValue', 'maxValue', '$ref'];

/** A bool cannot be bounded, and an object or a list is by its type. */
const free = (name: string, parameter: Parameter): string[] =>
  ['string', 'int'].includes(String(parameter.type)) &&
  !BOUNDS.some((bound) => Object.hasOwn(parameter, bound))
    ? [`param ${name} takes any ${parameter.type}: give it a type, a length or a range`]
    : [];

/** A number that becomes a setting: `paymentTimeoutMs` is PAYMENT_TIMEOUT_MS. */
function unlikeTheCode(name: string, { minValue, maxValue }: Parameter): string[] {
  const setting = name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  const bounds = codeBounds.get(setting);
  if (bounds === undefined || (bounds.minimum === minValue && bounds.maximum === maxValue)) return [];
  return [
    `param ${name} takes ${minValue} to ${maxValue}, the code takes ${bounds.minimum} to ${bounds.maximum} as ${setting}`,
  ];
}

type Bounds = { readonly minimum?: number; readonly maximum?: number };

/** Setting → what the code takes, by the schema that reads it. */
const codeBounds = new Map<string, Bounds>(
  Object.values(settingsSchemas).flatMap((schema) => {
    const { properties = {} } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
    return Object.entries(properties).flatMap(([setting, property]): [string, Bounds][] =>
      typeof property === 'object' && property.type === 'integer' ? [[setting, property as Bounds]] : [],
    );
  }),
);
