import { CosmosError } from '../engine/errors';

/** A request as it came over the wire or from the SDK's plugin hook. Header names are in lower case. */
export type Request = {
  readonly method: string;
  /** Still percent-encoded, without query string. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

export type Response = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
};

export const header = (request: Request, name: string): string | undefined => request.headers[name];

/** The SDK sends booleans as `true` or `True`. */
export const flag = (request: Request, name: string): boolean =>
  request.headers[name]?.toLowerCase() === 'true';

export const json = (status: number, value: unknown, headers: Response['headers'] = {}): Response => ({
  status,
  headers,
  body: JSON.stringify(value),
});

export const REQUEST_CHARGE = 'x-ms-request-charge';

/** A refusal as the service sends it, with `code` and `message` in the body and the rest in headers. */
export function errorResponse(error: CosmosError, activityId: string): Response {
  const { substatus, retryAfterMs, additionalErrorInfo } = error.detail;
  const message = `${error.message}\r\nActivityId: ${activityId}`;
  return {
    status: error.status,
    headers: {
      [REQUEST_CHARGE]: String(error.charge),
      ...(substatus === undefined ? {} : { 'x-ms-substatus': String(substatus) }),
      ...(retryAfterMs === undefined ? {} : { 'x-ms-retry-after-ms': String(retryAfterMs) }),
    },
    body: JSON.stringify({
      code: error.code,
      message,
      ...(additionalErrorInfo === undefined ? {} : { additionalErrorInfo }),
    }),
  };
}

export const methodNotAllowed = (request: Request) =>
  new CosmosError(405, `${request.method} is not supported at ${request.path}.`);
