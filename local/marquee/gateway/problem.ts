import type { ServerResponse } from 'node:http';

/** What the gateway answers by itself, as RFC 9457 problems. */
export const PROBLEMS = {
  'invalid-request': [400, 'The request cannot be read'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'body-too-slow': [408, 'The body did not arrive in time'],
  'body-too-large': [413, 'The body is too large'],
  'too-many-requests': [429, 'Too many requests at the moment'],
  'host-lost': [502, 'The connection to the service broke'],
  unavailable: [503, 'The service is not available at the moment'],
  overloaded: [503, 'The service has too much to do at the moment'],
  'host-timeout': [504, 'The service did not answer in time'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export type ProblemOptions = {
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Answers with the problem. A response that has begun is broken off, so that nobody takes it for whole. */
export function sendProblem(response: ServerResponse, code: ProblemCode, options: ProblemOptions = {}): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const [status, title] = PROBLEMS[code];
  const { detail, headers } = options;
  const retry = status === 503 || status === 429 ? { 'Retry-After': '1' } : {};
  response.writeHead(status, { 'Content-Type': 'application/problem+json', ...retry, ...headers });
  response.end(
    JSON.stringify({
      type: `https://marquee.example/problems/${code}`,
      title,
      status,
      detail: detail ?? title,
      code,
    }),
  );
}
