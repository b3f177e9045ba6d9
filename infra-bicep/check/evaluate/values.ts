import type { Shape } from '../azure/types';
import type { Place } from '../finding';

/** What an expression gives, with where it was written. */
export type Value = Place &
  (
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'number'; readonly number: number }
    | { readonly kind: 'boolean'; readonly flag: boolean }
    | { readonly kind: 'null' }
    | { readonly kind: 'array'; readonly items: readonly Value[] }
    | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Entry> }
    | { readonly kind: 'resource'; readonly resource: Resource }
    | { readonly kind: 'module'; readonly outputs: ReadonlyMap<string, Value> }
    /** Known to Azure only, or to whoever deploys; `label` says what it would be. */
    | { readonly kind: 'unknown'; readonly label: string; readonly shape?: Shape }
  );
export type Entry = Place & { readonly value: Value };
export type ObjectValue = Extract<Value, { kind: 'object' }>;

/** A resource as it would be deployed. */
export type Resource = Place & {
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly existing: boolean;
  /** With its parents' names, divided by slashes. */
  readonly name: string;
  readonly id: string;
  readonly body: ObjectValue;
  readonly shape: Shape | undefined;
};

export const text = (place: Place, value: string): Value => ({ ...at(place), kind: 'string', text: value });
export const unknown = (place: Place, label: string, shape?: Shape): Value => ({
  ...at(place),
  kind: 'unknown',
  label,
  ...(shape && { shape }),
});

/** Only the place of something that has one. */
export const at = ({ file, line }: Place): Place => ({ file, line });

/** A JSON document as a value, all of it at one place. */
export function fromJson(place: Place, json: unknown): Value {
  const here = at(place);
  if (json === null || json === undefined) return { ...here, kind: 'null' };
  if (typeof json === 'string') return text(here, json);
  if (typeof json === 'number') return { ...here, kind: 'number', number: json };
  if (typeof json === 'boolean') return { ...here, kind: 'boolean', flag: json };
  if (Array.isArray(json)) return { ...here, kind: 'array', items: json.map((item) => fromJson(here, item)) };
  const entries = Object.entries(json).map(
    ([key, value]) => [key, { ...here, value: fromJson(here, value) }] as const,
  );
  return { ...here, kind: 'object', entries: new Map(entries) };
}

/** The value as JSON; what is not known stands as its label between « and ». */
export function toJson(value: Value): unknown {
  switch (value.kind) {
    case 'string':
      return value.text;
    case 'number':
      return value.number;
    case 'boolean':
      return value.flag;
    case 'null':
      return null;
    case 'array':
      return value.items.map(toJson);
    case 'object':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, toJson(entry.value)]));
    case 'resource':
      return `«${value.resource.symbol}»`;
    case 'module':
      return '«module»';
    case 'unknown':
      return `«${value.label}»`;
    default:
      return value satisfies never;
  }
}

/** The value at a path of property names, if it is there. */
export const dig = (value: Value | undefined, ...path: readonly string[]): Value | undefined =>
  path.reduce<Value | undefined>(
    (inner, name) => (inner?.kind === 'object' ? inner.entries.get(name)?.value : undefined),
    value,
  );

/** True for text that has a part which only Azure will know. */
export const isPartlyUnknown = (known: string): boolean => known.includes('«');

/** Its text, when it is a known string. */
export const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' ? value.text : undefined;
