import { httpHandler } from '../shared/http/handler';
import { sampleInvocation, sampleRequest } from '../tests/samples/http';
import { apiDocument, apiEndpoints } from './api';
import { problem, problems } from './problems';

type Schema = Readonly<Record<string, unknown>>;
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly object[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
      }
    >
  >;
};
type Document = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, unknown>>;
};

const document = apiDocument() as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const operationOf = (call: string) =>
  operations.find(({ path, method }) => `${method.toUpperCase()} ${path}` === call)?.operation;

/** The schema that a reference names. */
const resolved = ({ $ref }: Schema): Schema =>
  (document.components.schemas as Record<string, Schema>)[String($ref).split('/').at(-1) ?? ''] ?? {};

/** Every call of the API as it was agreed, with who may make it. */
const CALLS = {
  'GET /health': 'anyone',
  'GET /openapi.json': 'anyone',
  'GET /musicals': 'anyone',
  'POST /musicals': 'admin',
  'GET /musicals/{musicalId}': 'anyone',
  'PUT /musicals/{musicalId}': 'admin',
  'DELETE /musicals/{musicalId}': 'admin',
  'PUT /musicals/{musicalId}/poster': 'admin',
  'GET /musicals/{musicalId}/poster/{posterId}': 'anyone',
  'GET /venues': 'anyone',
  'POST /venues': 'admin',
  'POST /venues/import': 'admin',
  'GET /venues/{venueId}': 'anyone',
  'PUT /venues/{venueId}': 'admin',
  'DELETE /venues/{venueId}': 'admin',
  'GET /performances/{performanceId}/plan': 'anyone',
  'GET /performances/{performanceId}/availability': 'anyone',
  'GET /musicals/{musicalId}/performances': 'anyone',
  'POST /musicals/{musicalId}/performances': 'admin',
  'GET /performances/{performanceId}': 'anyone',
  'PUT /performances/{performanceId}': 'admin',
  'DELETE /performances/{performanceId}': 'admin',
  'GET /performances/{performanceId}/seats': 'anyone',
  'GET /performances/{performanceId}/holds': 'customer',
  'POST /performances/{performanceId}/holds/{holdId}/renewal': 'customer',
  'POST /performances/{performanceId}/holds': 'customer',
  'DELETE /performances/{performanceId}/holds/{holdId}': 'customer',
  'POST /reservations': 'customer',
  'GET /reservations/{reservationId}': 'customer',
  'POST /reservations/{reservationId}/payment': 'customer',
  'GET /reservations/{reservationId}/cancellation': 'customer',
  'POST /reservations/{reservationId}/cancellation': 'customer',
  'POST /payment-events': 'anyone',
  'GET /reservations/{reservationId}/tickets': 'customer',
  'GET /mypage': 'customer',
  'GET /me': 'customer',
  'PUT /me': 'customer',
  'DELETE /me': 'customer',
  'POST /admin/reservations/{reservationId}/erasure': 'box-office',
  'POST /admin/reservations/{reservationId}/notices': 'box-office',
  'GET /notifications': 'customer',
  'GET /admin/reservations': 'box-office',
  'GET /admin/reservations/{reservationId}/timeline': 'box-office',
  'GET /admin/performances/{performanceId}/sales': 'box-office',
  'GET /admin/performances/{performanceId}/reservations': 'box-office',
  'GET /admin/sales': 'box-office',
  'GET /admin/audit': 'admin',
  'GET /admin/settlement': 'box-office',
  'GET /admin/performances/{performanceId}/seats': 'box-office',
  'GET /admin/performances/{performanceId}/withheld': 'box-office',
  'GET /admin/performances/{performanceId}/cancellation': 'admin',
  'GET /admin/reconciliation': 'admin',
  'POST /admin/reservations': 'box-office',
  'POST /admin/reservations/{reservationId}/reseat': 'box-office',
  'POST /admin/reservations/{reservationId}/cancellation': 'box-office',
  'POST /admin/reservations/{reservationId}/cancellations/{n}/settlement': 'box-office',
  'POST /admin/performances/{performanceId}/admissions': 'door',
  'POST /admin/performances/{performanceId}/withheld': 'box-office',
  'POST /admin/performances/{performanceId}/withheld/return': 'box-office',
  'DELETE /admin/performances/{performanceId}/admissions/{ticketId}': 'admin',
  'GET /admin/performances/{performanceId}/door': 'door',
  'GET /items': 'anyone',
  'POST /items': 'admin',
  'GET /items/{itemId}': 'anyone',
  'PUT /items/{itemId}': 'admin',
  'DELETE /items/{itemId}': 'admin',
  'POST /loans': 'customer',
  'GET /loans': 'customer',
  'GET /loans/{loanId}': 'customer',
  'POST /loans/{loanId}/return': 'customer',
  'GET /admin/loans': 'box-office',
  'GET /plans': 'anyone',
  'POST /plans': 'admin',
  'GET /plans/{planId}': 'anyone',
  'PUT /plans/{planId}': 'admin',
  'DELETE /plans/{planId}': 'admin',
  'POST /memberships': 'customer',
  'GET /memberships': 'customer',
  'GET /memberships/{membershipId}': 'customer',
  'DELETE /memberships/{membershipId}': 'customer',
  'GET /bills': 'customer',
  'GET /bills/{billId}': 'customer',
  'POST /bills/{billId}/payment': 'customer',
  'POST /bills/{billId}/payment/cancellation': 'customer',
  'GET /admin/billing-runs': 'admin',
  'POST /admin/billing-runs': 'admin',
  'GET /admin/members/{customerId}': 'box-office',
  'GET /admin/pending': 'box-office',
  'GET /admin/pending/{kind}/{id}': 'admin',
  'POST /admin/pending/{kind}/{id}/retry': 'admin',
  'POST /admin/pending/{kind}/{id}/discard': 'admin',
  'GET /admin/dead-letters': 'admin',
  'POST /admin/dead-letters/{queue}/replay': 'admin',
};

test('the document has the calls that were agreed, and no other', () => {
  const calls = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(calls.sort()).toEqual(Object.keys(CALLS).sort());
});

test('each call is open to whom it was agreed, and says when it needs a token', () => {
  const specs = Object.values(apiEndpoints()).map(({ spec }) => spec);
  expect(Object.fromEntries(specs.map((spec) => [`${spec.method} /${spec.route}`, spec.auth]))).toEqual(
    CALLS,
  );
  for (const [call, who] of Object.entries(CALLS)) {
    expect([call, operationOf(call)?.security]).toEqual([
      call,
      who === 'anyone' ? undefined : [{ bearer: [] }],
    ]);
    expect([call, Object.keys(operationOf(call)?.responses ?? {}).includes('401')]).toEqual([
      call,
      who !== 'anyone',
    ]);
  }
});

const DOOR = { isAdmin: false, isDoor: true };
const BOX_OFFICE = { isAdmin: false, isBoxOffice: true };
const ADMIN = { isAdmin: true };
const CUSTOMER = { isAdmin: false };
const LET_IN = {
  anyone: [undefined, CUSTOMER, DOOR, BOX_OFFICE, ADMIN],
  customer: [CUSTOMER, DOOR, BOX_OFFICE, ADMIN],
  door: [DOOR, ADMIN],
  'box-office': [BOX_OFFICE, ADMIN],
  admin: [ADMIN],
} as const;
const REFUSED = [401, 403];

test.each(Object.values(apiEndpoints()).map(({ spec }) => [`${spec.method} /${spec.route}`, spec] as const))(
  '%s lets in whom it was agreed and nobody else, and says so',
  async (call, spec) => {
    const who = CALLS[call as keyof typeof CALLS] as keyof typeof LET_IN;
    for (const caller of [undefined, CUSTOMER, DOOR, BOX_OFFICE, ADMIN]) {
      const authenticate = async () => {
        if (caller === undefined) throw problem('unauthenticated', 'Send a token.');
        return { customerId: 'somebody', ...caller };
      };
      // Whoever is let in may still have sent a body that is none.
      const nothing = { spec, handle: async () => ({ status: 200 }) };
      const answer = await httpHandler({ authenticate }, nothing)(
        sampleRequest({}),
        sampleInvocation().context,
      );
      const isLetIn = !REFUSED.includes(Number((answer as { status: number }).status));
      expect([call, caller, isLetIn]).toEqual([call, caller, LET_IN[who].includes(caller as never)]);
    }
    const roles = { door: 'door or admin', 'box-office': 'box-office or admin', admin: 'admin' };
    const told = (operationOf(call) as { description?: string } | undefined)?.description;
    expect(told).toBe(
      Object.hasOwn(roles, who) ? `The token's roles hold ${roles[who as keyof typeof roles]}.` : undefined,
    );
  },
);

test('it says that it is OpenAPI 3.1', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info.title).toBe('Marquee');
});

test('every operation has an id of its own in small letters: it is the name of its function', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual([]);
  expect(ids.sort()).toEqual(Object.keys(apiEndpoints()).sort());
});

test('every parameter of a path is declared, and required', () => {
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = operation.parameters.filter((p) => p.in === 'path');
    expect([path, declared.map(({ name }) => name)]).toEqual([path, inPath]);
    expect(declared.every(({ required }) => required)).toBe(true);
  }
});

test('no parameter is declared twice, and each has a schema', () => {
  for (const { operation } of operations) {
    const names = operation.parameters.map((p) => `${p.in} ${p.name.toLowerCase()}`);
    expect([operation.operationId, new Set(names).size]).toEqual([operation.operationId, names.length]);
    expect(operation.parameters.filter(({ schema }) => Object.keys(schema).length === 0)).toEqual([]);
  }
});

const contents = (value: unknown): { schema: Schema }[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, part]) =>
        key === 'content' ? (Object.values(part) as { schema: Schema }[]) : contents(part),
      );

test('no schema stands in an operation, for API Management reads none there', () => {
  const schemas = contents(document.paths).map(({ schema }) => schema);
  expect(schemas.length).toBeGreaterThan(50);
  expect(schemas.filter((schema) => Object.keys(schema).join() !== '$ref')).toEqual([]);
});

test('every reference leads to a schema, no schema to itself, and none is left over', () => {
  const { schemas = {} } = document.components as { schemas?: Record<string, Schema> };
  const namedIn = (value: unknown) =>
    [...JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name = '']) => name,
    );
  const reached = new Set<string>();
  const follow = (names: readonly string[], way: readonly string[]) => {
    for (const name of names) {
      expect([name, way.includes(name), Object.hasOwn(schemas, name)]).toEqual([name, false, true]);
      reached.add(name);
      follow(namedIn(schemas[name]), [...way, name]);
    }
  };
  follow(namedIn(document.paths), []);
  expect([...reached].sort()).toEqual(Object.keys(schemas));
});

test('components are of no kind that API Management refuses', () => {
  expect(Object.keys(document.components).sort()).toEqual(['schemas', 'securitySchemes']);
});

test('every operation has an answer that succeeds, and every answer a description', () => {
  for (const { operation } of operations) {
    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => !/^[2345]\d\d$/.test(status))).toEqual([]);
    expect([operation.operationId, statuses.some((status) => status.startsWith('2'))]).toEqual([
      operation.operationId,
      true,
    ]);
    expect(Object.values(operation.responses).filter(({ description }) => description === '')).toEqual([]);
  }
});

test('every answer that an endpoint names is in the document as it names it', () => {
  for (const [name, { spec }] of Object.entries(apiEndpoints())) {
    const operation = operations.find(({ operation: { operationId } }) => operationId === name)?.operation;
    for (const [status, { description, body, csv, files = [] }] of Object.entries(spec.answers)) {
      const answer = operation?.responses[status];
      expect([name, status, answer?.description]).toEqual([name, status, description]);
      expect([name, status, Object.keys(answer?.content ?? {})]).toEqual([
        name,
        status,
        [...(body ? ['application/json'] : []), ...(csv ? ['text/csv'] : []), ...files],
      ]);
    }
  }
});

test('every problem that an endpoint names exists', () => {
  const named = Object.values(apiEndpoints()).flatMap(({ spec }) => spec.problems ?? []);
  expect(named.filter((code) => !Object.hasOwn(problems, code))).toEqual([]);
});

test('bodies refuse members they do not know', () => {
  const bodies = operations.flatMap(({ operation: { operationId, requestBody } }) =>
    Object.entries(requestBody?.content ?? {})
      .filter(([type]) => type === 'application/json')
      .map(([, { schema }]) => [operationId, resolved(schema)] as const),
  );
  expect(bodies.length).toBeGreaterThan(5);
  // What the provider writes is the provider's.
  const ours = bodies.filter(([operationId]) => operationId !== 'payment-events-post');
  for (const [operationId, schema] of ours)
    expect([operationId, schema.type, schema.additionalProperties]).toEqual([operationId, 'object', false]);
});

test.each([
  ['POST /reservations', 'Idempotency-Key', true],
  ['POST /performances/{performanceId}/holds', 'Idempotency-Key', false],
  ['POST /reservations/{reservationId}/payment', 'Idempotency-Key', false],
  ['POST /reservations', 'Prefer', false],
  ['PUT /musicals/{musicalId}', 'If-Match', true],
  ['PUT /venues/{venueId}', 'If-Match', true],
])('%s takes the header %s', (call, name, required) => {
  expect(operationOf(call)?.parameters).toContainEqual(
    expect.objectContaining({ name, in: 'header', required }),
  );
});

/** The schema with everything that it refers to written out. */
const writtenOut = (schema: Schema): string =>
  JSON.stringify(schema).replace(/\{"\$ref":"([^"]+)"\}/g, (_, $ref: string) =>
    writtenOut(resolved({ $ref })),
  );

test('whatever answers a text that is translated asks for the reader’s language, unless it is who writes it', () => {
  const answered = operations.filter(({ operation: { responses } }) =>
    Object.values(responses).some(({ content = {} }) =>
      Object.values(content).some(({ schema }) => writtenOut(schema).includes('"translations"')),
    ),
  );
  expect(answered.length).toBeGreaterThan(10);
  const isAsked = ({ parameters }: Operation) => parameters.some(({ name }) => name === 'Accept-Language');
  const unasked = answered.filter(({ operation }) => !isAsked(operation));
  expect(unasked.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual([
    'POST /musicals',
    'POST /musicals/{musicalId}/performances',
    'PUT /musicals/{musicalId}',
    'PUT /performances/{performanceId}',
  ]);
});
