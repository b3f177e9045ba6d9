import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dig, type Resource, textOf, toJson } from '../evaluate/values';
import { type Finding, finding } from '../finding';
import { FOLDER } from '../load';
import { made, type Rule } from './rule';

/** What API Management takes in one request. Source: https://learn.microsoft.com/azure/api-management/api-management-api-import-restrictions */
const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

type Operations = { readonly byContext: Record<string, string[]>; readonly anyone: string[] };
type OpenApi = {
  readonly paths: Record<string, Record<string, { operationId: string; security?: unknown }>>;
};

/** The gateway imports every call of the code, sends each to one context, and asks for a token where the code does. */
export const gatewayServesEveryCall: Rule = ({ root, deployments }) => {
  const read = (file: string) => readFileSync(path.join(root, FOLDER, file), 'utf8');
  const operations = JSON.parse(read('operations.json')) as Operations;
  const document = read('openapi.json');
  return {
    findings: deployments.flatMap((deployment) => [
      ...made(deployment, 'Microsoft.ApiManagement/service').flatMap(service),
      ...made(deployment, 'Microsoft.ApiManagement/service/apis').flatMap((api) => [
        ...importable(api, document),
        ...callsRouted(api, JSON.parse(document) as OpenApi, operations),
      ]),
      ...made(deployment, 'Microsoft.ApiManagement/service/apis/policies').flatMap((p) =>
        policy(p, operations),
      ),
    ]),
  };
};

/** Below Basic v2 there is neither rate-limit-by-key nor a breaker. */
function service(resource: Resource): Finding[] {
  const name = dig(resource.body, 'sku', 'name');
  if (['BasicV2', 'StandardV2', 'PremiumV2'].includes(textOf(name) ?? '')) return [];
  return [finding(name ?? resource, `${resource.symbol}.sku.name should be BasicV2 or above`)];
}

function importable(api: Resource, document: string): Finding[] {
  const required = dig(api.body, 'properties', 'subscriptionRequired');
  const refused = ['parameters', 'responses', 'headers', 'requestBodies'].filter((part) =>
    Object.hasOwn((JSON.parse(document) as { components?: object }).components ?? {}, part),
  );
  return [
    ...(required && toJson(required) === false
      ? []
      : [finding(required ?? api, 'subscriptionRequired should be false')]),
    ...(Buffer.byteLength(document) <= MAX_DOCUMENT_BYTES
      ? []
      : [finding(api, 'openapi.json has more than 4 MB')]),
    ...refused.map((part) => finding(api, `openapi.json has components.${part}, which the import refuses`)),
    ...(document.includes('"$ref"')
      ? [finding(api, 'openapi.json has a $ref: schemas should stand inline')]
      : []),
  ];
}

function callsRouted(api: Resource, { paths }: OpenApi, { byContext, anyone }: Operations): Finding[] {
  const calls = Object.values(paths).flatMap((methods) => Object.values(methods));
  const routed = Object.values(byContext).flat();
  const open = calls.filter(({ security }) => security === undefined).map(({ operationId }) => operationId);
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  return [
    ...(same(
      routed,
      calls.map((call) => call.operationId),
    )
      ? []
      : [finding(api, 'operations.json is not of openapi.json: npm run openapi')]),
    ...(same(anyone, open)
      ? []
      : [finding(api, 'operations.json lets others in than openapi.json: npm run openapi')]),
  ];
}

function policy(resource: Resource, { byContext }: Operations): Finding[] {
  const value = dig(resource.body, 'properties', 'value');
  const text = textOf(value) ?? '';
  const left = [...new Set(text.match(/__[A-Z_]+__/g))];
  const unrouted = Object.keys(byContext).filter((context) => !text.includes(`backend-id="${context}"`));
  const place = value ?? resource;
  return [
    ...left.map((token) => finding(place, `policies/api.xml has ${token}, which nothing replaces`)),
    ...unrouted.map((context) => finding(place, `no call goes to the back end ${context}`)),
    ...(text.includes('output-token-variable-name="gatewayToken"')
      ? []
      : [
          finding(
            place,
            'without output-token-variable-name the gateway would overwrite the token of the customer',
          ),
        ]),
  ];
}
