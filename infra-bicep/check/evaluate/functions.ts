import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../finding';
import { at, fromJson, text, toJson, unknown, type Value } from './values';

/** A lambda's body with its parameters bound. */
export type Applied = (...args: readonly Value[]) => Value;
export type Argument = Value | Applied;
/** What a function needs to know of where it is called: the folder of the checked files, and the place. */
export type Call = { readonly root: string; readonly place: Place };
type Builtin = (call: Call, args: readonly Argument[]) => Value;

/** A call with arguments that the function does not take. */
export class BadCall extends Error {}

const SUBSCRIPTION = '/subscriptions/00000000-0000-0000-0000-00000000000a';
export const RESOURCE_GROUP = `${SUBSCRIPTION}/resourceGroups/rg-marquee`;
const ENVIRONMENT = {
  authentication: { loginEndpoint: 'https://login.microsoftonline.com/' },
  suffixes: { storage: 'core.windows.net', keyvaultDns: '.vault.azure.net' },
};

const value = (args: readonly Argument[], index: number): Value => {
  const arg = args[index];
  if (arg === undefined || typeof arg === 'function') throw new BadCall(`argument ${index + 1} is missing`);
  return arg;
};
const lambda = (args: readonly Argument[], index: number): Applied => {
  const arg = args[index];
  if (typeof arg !== 'function') throw new BadCall(`argument ${index + 1} should be a lambda`);
  return arg;
};
const string = (args: readonly Argument[], index: number): string => {
  const arg = value(args, index);
  if (arg.kind === 'unknown') return String(toJson(arg));
  if (arg.kind !== 'string') throw new BadCall(`argument ${index + 1} should be a string, it is ${arg.kind}`);
  return arg.text;
};
const items = (args: readonly Argument[], index: number): readonly Value[] => {
  const arg = value(args, index);
  if (arg.kind !== 'array') throw new BadCall(`argument ${index + 1} should be an array, it is ${arg.kind}`);
  return arg.items;
};
const hash = (args: readonly Argument[]): string =>
  createHash('sha256')
    .update(args.map((_, index) => string(args, index)).join('|'))
    .digest('hex');
const list = (place: Place, all: readonly Value[]): Value => ({ ...at(place), kind: 'array', items: all });
const flag = (place: Place, yes: boolean): Value => ({ ...at(place), kind: 'boolean', flag: yes });

function keyed(place: Place, entries: readonly (readonly [string, Value])[]): Value {
  const placed = entries.map(([key, inner]) => [key, { ...at(inner), value: inner }] as const);
  return { ...at(place), kind: 'object', entries: new Map(placed) };
}

function sortedEntries(arg: Value): [string, Value][] {
  if (arg.kind !== 'object') throw new BadCall(`the argument should be an object, it is ${arg.kind}`);
  const entries = [...arg.entries].map(([key, entry]): [string, Value] => [key, entry.value]);
  return entries.sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** Objects are merged deep and arrays without what is double, as Bicep does it. */
function union(place: Place, all: readonly Value[]): Value {
  if (all.every((one) => one.kind === 'array')) {
    const distinct = new Map(
      all.flatMap((one) => one.items).map((item) => [JSON.stringify(toJson(item)), item]),
    );
    return list(place, [...distinct.values()]);
  }
  const entries = new Map<string, { value: Value } & Place>();
  for (const one of all) {
    if (one.kind !== 'object') throw new BadCall(`union takes objects or arrays, not ${one.kind}`);
    for (const [key, entry] of one.entries) {
      const known = entries.get(key);
      const both = known?.value.kind === 'object' && entry.value.kind === 'object';
      entries.set(key, both ? { ...at(entry), value: union(entry, [known.value, entry.value]) } : entry);
    }
  }
  return { ...at(place), kind: 'object', entries };
}

function contains(place: Place, whole: Value, part: Value): Value {
  if (part.kind === 'unknown' || whole.kind === 'unknown') return unknown(place, 'contains');
  if (whole.kind === 'object') return flag(place, part.kind === 'string' && whole.entries.has(part.text));
  if (whole.kind === 'string') return flag(place, part.kind === 'string' && whole.text.includes(part.text));
  if (whole.kind === 'array')
    return flag(
      place,
      whole.items.some((item) => JSON.stringify(toJson(item)) === JSON.stringify(toJson(part))),
    );
  throw new BadCall(`contains cannot look into ${whole.kind}`);
}

function length(arg: Value): number {
  if (arg.kind === 'array') return arg.items.length;
  if (arg.kind === 'object') return arg.entries.size;
  if (arg.kind === 'string') return arg.text.length;
  throw new BadCall(`${arg.kind} has no length`);
}

const read = ({ root, place }: Call, file: string): string =>
  readFileSync(path.join(root, path.dirname(place.file), file), 'utf8');

const guid = (digest: string): string =>
  digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const keep = (place: Place, all: readonly Value[], test: Applied): Value => {
  const kept = all.map((item) => [item, test(item)] as const);
  if (kept.some(([, answer]) => answer.kind === 'unknown')) return unknown(place, 'filter');
  return list(
    place,
    kept.flatMap(([item, answer]) => (answer.kind === 'boolean' && answer.flag ? [item] : [])),
  );
};

/** The functions of Bicep that the files use. A new one belongs here. */
export const builtins: Readonly<Record<string, Builtin>> = {
  resourceGroup: ({ place }) =>
    fromJson(place, { id: RESOURCE_GROUP, name: 'rg-marquee', location: 'koreacentral' }),
  tenant: ({ place }) => fromJson(place, { tenantId: '00000000-0000-0000-0000-00000000000b' }),
  environment: ({ place }) => fromJson(place, ENVIRONMENT),
  subscriptionResourceId: ({ place }, args) =>
    text(place, `${SUBSCRIPTION}/providers/${string(args, 0)}/${string(args, 1)}`),
  uniqueString: ({ place }, args) => text(place, `u${hash(args).slice(0, 12)}`),
  guid: ({ place }, args) => text(place, guid(hash(args))),
  take: ({ place }, args) => {
    const count = value(args, 1);
    return text(place, string(args, 0).slice(0, count.kind === 'number' ? count.number : 0));
  },
  replace: ({ place }, args) => text(place, string(args, 0).replaceAll(string(args, 1), string(args, 2))),
  split: ({ place }, args) =>
    list(
      place,
      string(args, 0)
        .split(string(args, 1))
        .map((part) => text(place, part)),
    ),
  join: ({ place }, args) =>
    text(
      place,
      items(args, 0)
        .map((item) => String(toJson(item)))
        .join(string(args, 1)),
    ),
  string: ({ place }, args) => {
    const json = toJson(value(args, 0));
    return text(place, typeof json === 'string' ? json : JSON.stringify(json));
  },
  int: ({ place }, args) => ({ ...at(place), kind: 'number', number: Number(string(args, 0)) }),
  bool: ({ place }, args) => flag(place, string(args, 0).toLowerCase() === 'true'),
  empty: ({ place }, args) => flag(place, length(value(args, 0)) === 0),
  contains: ({ place }, args) => contains(place, value(args, 0), value(args, 1)),
  union: ({ place }, args) =>
    union(
      place,
      args.map((_, index) => value(args, index)),
    ),
  objectKeys: ({ place }, args) =>
    list(
      place,
      sortedEntries(value(args, 0)).map(([key]) => text(place, key)),
    ),
  items: ({ place }, args) =>
    list(
      place,
      sortedEntries(value(args, 0)).map(([key, inner]) =>
        keyed(inner, [
          ['key', text(inner, key)],
          ['value', inner],
        ]),
      ),
    ),
  flatten: ({ place }, args) =>
    list(
      place,
      items(args, 0).flatMap((item) => (item.kind === 'array' ? item.items : [item])),
    ),
  map: ({ place }, args) =>
    list(
      place,
      items(args, 0).map((item) => lambda(args, 1)(item)),
    ),
  filter: ({ place }, args) => keep(place, items(args, 0), lambda(args, 1)),
  reduce: (_, args) => items(args, 0).reduce((so, item) => lambda(args, 2)(so, item), value(args, 1)),
  loadTextContent: (call, args) => text(call.place, read(call, string(args, 0))),
  loadJsonContent: (call, args) => fromJson(call.place, JSON.parse(read(call, string(args, 0)))),
  readEnvironmentVariable: ({ place }, args) =>
    args.length > 1 ? value(args, 1) : unknown(place, string(args, 0)),
};
