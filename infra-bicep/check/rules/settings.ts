import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { conforms } from '../azure/conforms';
import {
  at,
  dig,
  type Entry,
  isPartlyUnknown,
  type ObjectValue,
  type Resource,
  textOf,
} from '../evaluate/values';
import { type Finding, finding } from '../finding';
import { hostSettings } from './hostSettings';
import { made, type Rule } from './rule';
import { settingsOf, settingsSchemas, settingsShape } from './settingsType';

/** Each app has every setting that its context's schema requires, none that nothing reads, and values the schema takes. */
export const settingsAreThoseOfTheCode: Rule = ({ root, deployments }) => {
  const apps = deployments.flatMap((deployment) => made(deployment, 'Microsoft.Web/sites'));
  const findings = apps.flatMap((app) => {
    const settings = appSettings(app);
    const context = textOf(settings.entries.get('CONTEXTS')?.value) ?? '';
    const schema = settingsSchemas[context];
    if (schema === undefined)
      return [finding(app, `CONTEXTS of ${app.name} is "${context}", which is no context of the code`)];
    const register = readFileSync(path.join(root, 'functions', context, 'register.ts'), 'utf8');
    const known = { ...settingsOf(schema), ...hostSettings(register) };
    const shape = settingsShape(`${context}Settings`, known);
    return [
      ...conforms(settings, shape, `${context}: app setting`),
      ...wrongValues(context, settings, schema),
    ];
  });
  return { findings };
};

/** The app settings of a Function App as an object; each stands where the list gets its value. */
export function appSettings(app: Resource): ObjectValue {
  const list = dig(app.body, 'properties', 'siteConfig', 'appSettings');
  const entries = new Map<string, Entry>();
  for (const item of list?.kind === 'array' ? list.items : []) {
    const name = textOf(dig(item, 'name'));
    const value = dig(item, 'value');
    if (name !== undefined && value !== undefined) entries.set(name, { ...at(value), value });
  }
  return { ...at(list ?? app), kind: 'object', entries };
}

/** Values that the schema refuses, of those that are known before the deployment. */
function wrongValues(context: string, settings: ObjectValue, schema: z.ZodObject): Finding[] {
  const texts = [...settings.entries].map(([name, { value }]) => [name, textOf(value)] as const);
  const known = new Map(texts.filter(([, text]) => text !== undefined && !isPartlyUnknown(text)));
  const parsed = schema.safeParse(Object.fromEntries(known));
  return (parsed.error?.issues ?? []).flatMap(({ path: [name], message }) => {
    const entry = settings.entries.get(String(name));
    return entry !== undefined && known.has(String(name))
      ? [finding(entry, `${context}: the code refuses the value of ${String(name)}: ${message}`)]
      : [];
  });
}
