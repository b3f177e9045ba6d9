import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FOLDER } from '../compiled';
import type { Finding } from '../finding';
import { at } from '../resource';
import { ofEach, type Rule } from './rule';

/** What Bicep takes of one text. Source: LanguageConstants.MaxLiteralCharacterLimit of Azure/bicep, BCP184 */
const MAX_CHARACTERS = 131_072;

type Operations = { readonly byContext: Record<string, string[]>; readonly anyone: string[] };
type Operation = { readonly operationId: string; readonly security?: unknown };
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, unknown>>;
};

/** The gateway imports every call of the code, sends each to one context, and asks for a token where the code does. */
export const gatewayServesEveryCall: Rule = (checked) => {
  const text = (file: string) => readFileSync(path.join(checked.root, FOLDER, file), 'utf8');
  const operations = JSON.parse(text('operations.json')) as Operations;
  const documents = Object.keys(operations.byContext).map((context) => ({
    file: `${FOLDER}/openapi/${context}.json`,
    content: text(`openapi/${context}.json`),
  }));
  return [
    ...documents.flatMap(({ file, content }) => importable(content).map((message) => ({ file, message }))),
    ...callsRouted(
      documents.map(({ content }) => JSON.parse(content) as Document),
      operations,
    ),
    ...ofEach((resource) => {
      switch (resource.type) {
        case 'Microsoft.ApiManagement/service':
          return tier(String(at(resource, 'sku.name')));
        case 'Microsoft.ApiManagement/service/apis':
          return at(resource, 'properties.subscriptionRequired') === false
            ? []
            : ['subscriptionRequired should be false'];
        case 'Microsoft.ApiManagement/service/apis/policies':
          return policy(String(at(resource, 'properties.value')), operations);
        default:
          return [];
      }
    })(checked),
  ];
};

/** Below Basic v2 there is neither rate-limit-by-key nor a breaker. */
const tier = (name: string): string[] =>
  ['BasicV2', 'StandardV2', 'PremiumV2'].includes(name) ? [] : ['sku.name should be BasicV2 or above'];

/** Source: https://learn.microsoft.com/azure/api-management/api-management-api-import-restrictions */
function importable(content: string): string[] {
  const { paths, components } = JSON.parse(content) as Document;
  const refused = ['parameters', 'responses', 'headers', 'requestBodies'].filter((part) =>
    Object.hasOwn(components, part),
  );
  const inline = [...JSON.stringify(paths).matchAll(/"(?:application\/[\w+]+)":\{"schema":\{"(?!\$ref")/g)];
  return [
    ...(content.length <= MAX_CHARACTERS
      ? []
      : [`has ${content.length} characters, Bicep takes ${MAX_CHARACTERS} of one file`]),
    ...refused.map((part) => `has components.${part}, which API Management refuses`),
    ...(inline.length === 0
      ? []
      : [
          `${inline.length} schemas stand in operations; API Management takes those of components.schemas only`,
        ]),
  ];
}

function callsRouted(documents: readonly Document[], { byContext, anyone }: Operations): Finding[] {
  const calls = documents.flatMap(({ paths }) =>
    Object.values(paths).flatMap((methods) => Object.values(methods)),
  );
  const open = calls.filter(({ security }) => security === undefined).map(({ operationId }) => operationId);
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  const ids = calls.map(({ operationId }) => operationId);
  const problems: [isRight: boolean, message: string][] = [
    [same(Object.values(byContext).flat(), ids), 'is not of the documents in openapi/: npm run generate'],
    [same(anyone, open), 'lets others in than the documents in openapi/: npm run generate'],
  ];
  return problems
    .filter(([isRight]) => !isRight)
    .map(([, message]) => ({ file: `${FOLDER}/operations.json`, message }));
}

function policy(text: string, { byContext }: Operations): string[] {
  const left = [...new Set(text.match(/__[A-Z_]+__/g))];
  const unrouted = Object.keys(byContext).filter((context) => !text.includes(`backend-id="${context}"`));
  return [
    ...left.map((token) => `policies/api.xml has ${token}, which nothing replaces`),
    ...unrouted.map((context) => `no call goes to the back end ${context}`),
    ...(text.includes('output-token-variable-name="gatewayToken"')
      ? []
      : ['without output-token-variable-name the gateway would overwrite the token of the customer']),
  ];
}
