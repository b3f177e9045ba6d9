import { z } from 'zod';
import { rolesFor } from '../shared/http/access';
import type { EndpointSpec } from '../shared/http/endpoint';
import { PROBLEM_BASE_URI } from '../shared/http/problem';
import { type Components, components, type Json } from './openapiComponents';
import { problemCodesOf } from './problemCodes';
import { problems } from './problems';

type Specs = Readonly<Record<string, { readonly spec: EndpointSpec }>>;

/** The OpenAPI 3.1 document, made from the schemas that validate. The function's name is the operation's id. */
export function openApiDocument(endpoints: Specs) {
  const paths: Record<string, Record<string, unknown>> = {};
  const shared = components();
  for (const [name, { spec }] of Object.entries(endpoints)) {
    const path = `/${spec.route}`;
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation(name, spec, shared) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Marquee',
      version: '1',
      description:
        'Musical-theatre tickets: seat maps, holds, reservations, payment and cancellation. Amounts are whole minor units of their currency; times are UTC, ISO 8601. Errors are RFC 9457 problem documents.',
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: shared.schemas(),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(name: string, spec: EndpointSpec, shared: Components) {
  const content = (type: string, schema: Json, part: string) => ({
    content: { [type]: { schema: shared.refer(schema, `${inCapitals(name)}${part}`) } },
  });
  const json = (schema: z.ZodType, io: 'input' | 'output', part: string) =>
    content('application/json', jsonSchema(schema, io), part);
  const answers = Object.entries(spec.answers).map(([status, { description, body, csv, files }]) => {
    const { content = {} } = body === undefined ? {} : json(body, 'output', status);
    const table = csv
      ? { 'text/csv': { schema: shared.refer({ title: 'Table', type: 'string' }, 'Table') } }
      : {};
    const types = { ...content, ...table, ...filesOf(files, shared) };
    return [status, { description, ...(Object.keys(types).length > 0 ? { content: types } : {}) }];
  });
  const refusals = problemsByStatus(spec).map(([status, description]) => [
    status,
    { description, ...content('application/problem+json', problemSchema, status) },
  ]);
  return {
    operationId: name,
    tags: [spec.route.split('/')[0]],
    summary: spec.summary,
    ...describedRoles(spec),
    ...(spec.auth === 'anyone' ? {} : { security: [{ bearer: [] }] }),
    parameters: [...pathParameters(spec), ...queryParameters(spec), ...headerParameters(spec)],
    ...(spec.body === undefined
      ? {}
      : { requestBody: { required: !spec.body.safeParse({}).success, ...json(spec.body, 'input', 'Body') } }),
    ...(spec.file === undefined
      ? {}
      : { requestBody: { required: true, content: filesOf(spec.file.types, shared) } }),
    responses: Object.fromEntries([...refusals, ...answers]),
  };
}

const filesOf = (types: readonly string[] = [], shared: Components): Json => {
  const schema = () => shared.refer({ title: 'File', type: 'string', format: 'binary' }, 'File');
  return Object.fromEntries(types.map((type) => [type, { schema: schema() }]));
};

/** Whose call it is, where it is not every customer's. */
function describedRoles(spec: EndpointSpec): { description?: string } {
  const roles = rolesFor(spec);
  return roles.length === 0 ? {} : { description: `The token's roles hold ${roles.join(' or ')}.` };
}

/** `holds-post` → `HoldsPost`. */
const inCapitals = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  });
  return rest;
}

const pathParameters = ({ route }: EndpointSpec) =>
  [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters({ query }: EndpointSpec) {
  if (query === undefined) return [];
  const { properties = {} } = jsonSchema(query, 'output') as { properties?: Json };
  // Several values stand behind one name, with commas between them.
  const form = ({ type }: { readonly type?: unknown }) =>
    type === 'array' ? { style: 'form', explode: false } : {};
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    ...form(schema as object),
    schema,
  }));
}

function headerParameters({ idempotencyKey, ifMatch, isTranslated, method, route }: EndpointSpec) {
  const header = (name: string, required: boolean) => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
  });
  return [
    ...(idempotencyKey === undefined ? [] : [header('Idempotency-Key', idempotencyKey === 'required')]),
    ...(ifMatch === undefined ? [] : [header('If-Match', ifMatch === 'required')]),
    ...(isTranslated ? [header('Accept-Language', false)] : []),
    ...(method === 'POST' && route === 'reservations' ? [header('Prefer', false)] : []),
  ];
}

const problemSchema = {
  title: 'Problem',
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
  },
};

/** The problems a call may answer, by status. */
function problemsByStatus(spec: EndpointSpec): [status: string, description: string][] {
  const byStatus = Map.groupBy(problemCodesOf(spec), (code) => problems[code].status);
  return [...byStatus].map(([status, codes]) => [
    String(status),
    codes.map((code) => `${problems[code].title} (${PROBLEM_BASE_URI}${code})`).join('; '),
  ]);
}
