/** The codes of the API; a test holds them equal to docs/problems.md. */
export const API_PROBLEMS = [
  'invalid-request',
  'unauthenticated',
  'payment-declined',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'body-too-slow',
  'cancellation-closed',
  'confirm',
  'customer-limit',
  'members-only',
  'hold-expired',
  'renewal-limit',
  'ticket-admitted',
  'in-use',
  'out-of-stock',
  'overdue',
  'erasure-under-way',
  'live-reservations',
  'not-on-sale',
  'seat-taken',
  'sold-out',
  'wrong-state',
  'stale',
  'body-too-large',
  'unsupported-media-type',
  'amount-mismatch',
  'idempotency-key-reused',
  'idempotency-key-required',
  'precondition-required',
  'too-many-requests',
  'too-many-holds',
  'internal-error',
  'host-lost',
  'host-timeout',
  'overloaded',
  'unavailable',
] as const;

/** What can go wrong before the API has said anything. */
export const OWN_PROBLEMS = ['offline', 'unreadable'] as const;

export type ApiProblemCode = (typeof API_PROBLEMS)[number];
export type ProblemCode = ApiProblemCode | (typeof OWN_PROBLEMS)[number];

/** An answer that is not the one hoped for. `code` has a text in every language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  /** The seats that somebody else has, with `seat-taken`. */
  readonly taken: readonly string[];
  readonly reservationId: string | undefined;
  /** What stands against it, with `in-use`. */
  readonly reason: string | undefined;
  /** What is wrong with what was sent, and where in it, with `invalid-request`. */
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  /** All that was said. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    status: number,
    body: Readonly<Record<string, unknown>> = {},
    retryAfterSeconds?: number,
  ) {
    super(`${code} (${status}) ${String(body.detail ?? '')}`);
    this.code = code;
    this.body = body;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
    this.taken = Array.isArray(body.taken) ? body.taken.map(String) : [];
    this.reservationId = typeof body.reservationId === 'string' ? body.reservationId : undefined;
    this.reason = typeof body.reason === 'string' ? body.reason : undefined;
    this.errors = Array.isArray(body.errors) ? body.errors : [];
  }

  /** Whether the same request may succeed later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Reads an answer with a status of 400 or more. A gateway may answer without a problem document. */
export function problemOf(status: number, body: unknown, retryAfter: string | null): ApiProblem {
  const members = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const code = API_PROBLEMS.find((known) => known === members.code) ?? CODE_OF_STATUS[status] ?? 'unreadable';
  const seconds = Number(retryAfter ?? Number.NaN);
  return new ApiProblem(code, status, members, Number.isFinite(seconds) ? seconds : undefined);
}

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  429: 'too-many-requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Without a network fetch throws a `TypeError`, and a `TimeoutError` when it was given no longer to wait. */
export const isOffline = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  (error.name === 'TypeError' || error.name === 'TimeoutError');

/** Any thrown value as a problem. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem(isOffline(error) ? 'offline' : 'unreadable', 0, { detail: String(error) });
