import { type BicepType, type ObjectTypeProperty, ObjectTypePropertyFlags, TypeFactory } from 'bicep-types';
import { z } from 'zod';
import { musicalSettings } from '../../../functions/musical/deps';
import { mypageSettings } from '../../../functions/mypage/deps';
import { notificationSettings } from '../../../functions/notification/deps';
import { operationsSettings } from '../../../functions/operations/deps';
import { reservationSettings } from '../../../functions/reservation/deps';
import type { Shape } from '../azure/types';

/** What each context reads from its app settings: the code's own schemas. */
export const settingsSchemas: Readonly<Record<string, z.ZodObject>> = {
  musical: musicalSettings,
  reservation: reservationSettings,
  notification: notificationSettings,
  mypage: mypageSettings,
  operations: operationsSettings,
};

/** Connection strings and keys: for the stand-ins on one machine, never in Azure. */
const LOCAL_ONLY = new Set(['COSMOS', 'SERVICEBUS', 'EVENTGRID__topicKey']);
/** Optional to the schema, which takes a connection string instead; in Azure there is no other way. */
const REQUIRED_IN_AZURE = new Set(['COSMOS__accountEndpoint', 'SERVICEBUS__fullyQualifiedNamespace']);

/** The names of a schema that an app in Azure may or must have. */
export function settingsOf(schema: z.ZodObject): Record<string, { readonly required: boolean }> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(
    Object.keys(properties)
      .filter((name) => !LOCAL_ONLY.has(name))
      .map((name) => [name, { required: required.includes(name) || REQUIRED_IN_AZURE.has(name) }]),
  );
}

/** App settings as a type of Bicep's: an object of strings, closed. */
export function settingsShape(
  name: string,
  settings: Readonly<Record<string, { readonly required: boolean }>>,
): Shape {
  const factory = new TypeFactory();
  const string = factory.addStringType();
  const properties = Object.entries(settings).map(([setting, { required }]): [string, ObjectTypeProperty] => [
    setting,
    { type: string, flags: required ? ObjectTypePropertyFlags.Required : ObjectTypePropertyFlags.None },
  ]);
  const { index } = factory.addObjectType(name, Object.fromEntries(properties));
  return { types: factory.types, type: factory.types[index] as BicepType };
}
