/** One row of the table of problems. `retryable` says that the same request may succeed later, unchanged. */
export type ProblemDefinition = {
  readonly status: number;
  readonly title: string;
  readonly retryable: boolean;
};

/** Problems any service has. The ticketing ones are in functions/problems.ts. */
export const generalProblems = {
  'invalid-request': { status: 400, title: 'The request is not valid', retryable: false },
  unauthenticated: { status: 401, title: 'A valid bearer token is needed', retryable: false },
  forbidden: { status: 403, title: 'This is not yours', retryable: false },
  'not-found': { status: 404, title: 'There is no such thing', retryable: false },
  stale: { status: 412, title: 'It has changed since you read it', retryable: false },
  'body-too-large': { status: 413, title: 'The body is too large', retryable: false },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON', retryable: false },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    retryable: false,
  },
  'idempotency-key-required': { status: 428, title: 'An Idempotency-Key is needed', retryable: false },
  'precondition-required': { status: 428, title: 'An If-Match header is needed', retryable: false },
  'too-many-requests': { status: 429, title: 'Too many requests', retryable: true },
  'internal-error': { status: 500, title: 'Something went wrong on our side', retryable: true },
  unavailable: { status: 503, title: 'Not available for a moment', retryable: true },
} as const satisfies Record<string, ProblemDefinition>;

export const PROBLEM_BASE_URI = 'https://marquee.example/problems/';
const RETRY_AFTER_SECONDS = 2;

/** A refusal that the caller is told about, as RFC 9457. Anything else that is thrown is a defect or a passing fault. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly definition: ProblemDefinition,
    /** What is wrong with this request and what to change, in a sentence. */
    readonly detail: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
    readonly retryAfterSeconds: number | undefined = definition.retryable ? RETRY_AFTER_SECONDS : undefined,
  ) {
    super(`${code}: ${detail}`);
  }
}

export type GeneralProblemCode = keyof typeof generalProblems;

export const generalProblem = (
  code: GeneralProblemCode,
  detail: string,
  extensions: Readonly<Record<string, unknown>> = {},
): Problem => new Problem(code, generalProblems[code], detail, extensions);

export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly [extension: string]: unknown;
};

export const problemDocument = (problem: Problem): ProblemDocument => ({
  type: PROBLEM_BASE_URI + problem.code,
  title: problem.definition.title,
  status: problem.definition.status,
  detail: problem.detail,
  code: problem.code,
  ...problem.extensions,
});
