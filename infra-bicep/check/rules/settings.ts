import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { admissionSettings } from '../../../functions/admission/deps';
import { lendingSettings } from '../../../functions/lending/deps';
import { membershipSettings } from '../../../functions/membership/deps';
import { musicalSettings } from '../../../functions/musical/deps';
import { mypageSettings } from '../../../functions/mypage/deps';
import { notificationSettings } from '../../../functions/notification/deps';
import { operationsSettings } from '../../../functions/operations/deps';
import { reservationSettings } from '../../../functions/reservation/deps';
import type { Resource } from '../compiled';
import { at, isExpression } from '../resource';
import { hostSettings } from './hostSettings';
import { ofEach, type Rule } from './rule';

/** The schema that each context reads its settings by. */
export const settingsSchemas: Readonly<Record<string, z.ZodObject>> = {
  admission: admissionSettings,
  lending: lendingSettings,
  membership: membershipSettings,
  musical: musicalSettings,
  mypage: mypageSettings,
  notification: notificationSettings,
  operations: operationsSettings,
  reservation: reservationSettings,
};

/** Connection strings and keys: for the stand-ins on one machine, never in Azure. */
const LOCAL_ONLY = ['COSMOS', 'SERVICEBUS', 'EVENTGRID__topicKey', 'MAIL_SMTP_URL'];
/** Optional to the schema, which knows another way; in Azure there is no other. */
const REQUIRED_IN_AZURE = new Set([
  'COSMOS__accountEndpoint',
  'SERVICEBUS__fullyQualifiedNamespace',
  'MAIL_ACS_ENDPOINT',
  'GATEWAY_ISSUER',
  'GATEWAY_AUDIENCE',
  'GATEWAY_JWKS_URI',
  'GATEWAY_PRINCIPAL_ID',
]);

/** Each app has every setting that its context's schema requires, none that nothing reads, and values the schema takes. */
export const settingsAreThoseOfTheCode: Rule = (checked) =>
  ofEach((app) => {
    if (app.type !== 'Microsoft.Web/sites') return [];
    const settings = appSettings(app);
    const schema = settingsSchemas[settings.CONTEXTS ?? ''];
    if (schema === undefined) return [`CONTEXTS is "${settings.CONTEXTS}", which is no context of the code`];
    const register = readFileSync(
      path.join(checked.root, `functions/${settings.CONTEXTS}/register.ts`),
      'utf8',
    );
    const ofHost = hostSettings(register);
    return [...wrongNames(settings, schema, ofHost), ...wrongValues(settings, schema)];
  })(checked);

/** The app settings of a Function App: name → value. */
export const appSettings = (app: Resource): Readonly<Record<string, string>> => {
  const list = (at(app, 'properties.siteConfig.appSettings') ?? []) as { name: string; value: string }[];
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
};

function wrongNames(
  settings: Readonly<Record<string, string>>,
  schema: z.ZodObject,
  ofHost: readonly string[],
): string[] {
  const ofCode = Object.keys(schema.shape).filter((name) => !LOCAL_ONLY.includes(name));
  const required = ofCode.filter(
    (name) => REQUIRED_IN_AZURE.has(name) || !schema.shape[name]?.safeParse(undefined).success,
  );
  return [
    ...[...ofHost, ...required]
      .filter((name) => settings[name] === undefined)
      .map((name) => `the setting ${name} is missing`),
    ...Object.keys(settings)
      .filter((name) => !ofHost.includes(name) && !ofCode.includes(name))
      .map((name) => `nothing reads the setting ${name}`),
  ];
}

/** Values that the schema refuses, of those that are known before the deployment. */
function wrongValues(settings: Readonly<Record<string, string>>, schema: z.ZodObject): string[] {
  const known = Object.fromEntries(Object.entries(settings).filter(([, value]) => !isExpression(value)));
  const issues = schema.safeParse(known).error?.issues ?? [];
  return issues
    .filter(({ path: [name] }) => Object.hasOwn(known, String(name)))
    .map(({ path: [name], message }) => `the code refuses the value of ${String(name)}: ${message}`);
}
