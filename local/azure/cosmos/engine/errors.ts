/** Status codes the service answers with, and the `code` of the JSON body the SDK shows as `error.body.code`. */
const CODES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'PreconditionFailed',
  413: 'RequestEntityTooLarge',
  424: 'FailedDependency',
  429: 'TooManyRequests',
};

export type ErrorDetail = {
  readonly substatus?: number;
  /** Request units the refused operation cost. */
  readonly charge?: number;
  readonly retryAfterMs?: number;
  /** Marks a query that only the SDK's own pipeline can run. The SDK then asks for the query plan. */
  readonly additionalErrorInfo?: string;
};

/** A refusal as the service words it. Everything else that is thrown is a defect. */
export class CosmosError extends Error {
  readonly code: string;
  readonly charge: number;

  constructor(
    readonly status: number,
    message: string,
    readonly detail: ErrorDetail = {},
  ) {
    super(message);
    this.name = 'CosmosError';
    this.code = CODES[status] ?? 'InternalServerError';
    this.charge = detail.charge ?? 0;
  }
}

export const badRequest = (message: string, detail?: ErrorDetail) => new CosmosError(400, message, detail);

export const itemNotFound = (charge: number) =>
  new CosmosError(404, 'Entity with the specified id does not exist in the system.', { charge });

export const itemConflict = (charge: number) =>
  new CosmosError(409, 'Entity with the specified id already exists in the system.', { charge });

export const preconditionFailed = (charge: number) =>
  new CosmosError(412, 'One of the specified pre-condition is not met.', { charge });
