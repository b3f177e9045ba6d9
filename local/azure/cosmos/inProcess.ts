import { CosmosClient, ErrorResponse, type Plugin, PluginOn, type RequestContext } from '@azure/cosmos';
import type { CosmosEngine } from './engine/engine';
import { handle } from './server/handle';
import type { Request } from './server/message';

/** What the SDK expects of a request it has carried out. */
type Answer = {
  readonly headers: Record<string, string>;
  readonly result: unknown;
  readonly code: number;
  readonly substatus: number | undefined;
};

const ENDPOINT = 'http://in-process.local';
const ACTIVITY = '00000000-0000-0000-0000-000000000000';

/** Header names in lower case and values as text, as they would arrive over the wire. */
function wireHeaders(context: RequestContext): Record<string, string> {
  const headers: Record<string, string> = { host: 'in-process.local' };
  for (const [name, value] of Object.entries(context.headers as Record<string, unknown>)) {
    if (value !== undefined) headers[name.toLowerCase()] = String(value);
  }
  return headers;
}

function answer(engine: CosmosEngine, context: RequestContext): Answer {
  const request: Request = {
    method: context.method,
    path: context.path ?? '/',
    headers: wireHeaders(context),
    body: typeof context.body === 'string' ? context.body : '',
  };
  const response = handle(engine, request, ACTIVITY);
  const result: unknown = response.body === undefined ? null : JSON.parse(response.body);
  const headers = { ...response.headers };
  const substatus = headers['x-ms-substatus'] === undefined ? undefined : Number(headers['x-ms-substatus']);
  if (response.status >= 400)
    throw refusal(response.status, substatus, headers, result as { message: string });
  return { headers, result, code: response.status, substatus };
}

/** The error the SDK's own transport would have made of the response. */
function refusal(
  status: number,
  substatus: number | undefined,
  headers: Record<string, string>,
  body: { message: string },
): ErrorResponse {
  const retryAfterMs = headers['x-ms-retry-after-ms'];
  return Object.assign(new ErrorResponse(body.message), {
    code: status,
    body,
    headers,
    activityId: ACTIVITY,
    ...(substatus === undefined ? {} : { substatus }),
    ...(retryAfterMs === undefined ? {} : { retryAfterInMs: Number(retryAfterMs) }),
  });
}

export type InProcessOptions = {
  /** Called before each request reaches the engine. A simulation may throw here, or after, to lose it. */
  readonly before?: (context: RequestContext) => void;
  /** Called when the engine has done its work. The caller sees what it throws, as a lost reply. */
  readonly after?: (context: RequestContext) => void;
};

/**
 * A genuine `CosmosClient` whose requests the engine answers in process. There is no socket, no timer and no real
 * clock, so the same calls give the same answers. Only a 429 makes the SDK wait, in real time. The caller closes the
 * engine.
 */
export function inProcessClient(
  engine: CosmosEngine,
  { before, after }: InProcessOptions = {},
): CosmosClient {
  const serve: Plugin<unknown> = async (context) => {
    before?.(context);
    const served = answer(engine, context);
    after?.(context);
    return served as never;
  };
  return new CosmosClient({
    endpoint: ENDPOINT,
    // Never sent anywhere; without it the SDK would sign nothing and the engine asks for nothing.
    tokenProvider: async () => 'in-process',
    connectionPolicy: { enableEndpointDiscovery: false },
    plugins: [{ on: PluginOn.request, plugin: serve }],
  } as ConstructorParameters<typeof CosmosClient>[0] & object);
}
