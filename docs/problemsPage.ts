import type { ProblemDefinition } from '../shared/http/problem';
import { PROBLEM_BASE_URI } from '../shared/http/problem';
import { table } from './table';

/** The page docs/problems.md with every problem the API can answer. */
export function problemsPage(
  problems: Readonly<Record<string, ProblemDefinition>>,
  ofTheGateway: Readonly<Record<string, readonly [status: number, title: string]>>,
): string {
  const rows = Object.entries(problems)
    .sort(([a, x], [b, y]) => x.status - y.status || (a < b ? -1 : 1))
    .map(([code, { status, title, retryable }]) => [
      String(status),
      `<a id="${code}"></a>\`${code}\``,
      title,
      retryable ? 'yes, after `Retry-After`' : 'no',
    ]);
  const gatewayRows = Object.entries(ofTheGateway)
    .filter(([code]) => !Object.hasOwn(problems, code))
    .map(([code, [status, title]]) => [String(status), `<a id="${code}"></a>\`${code}\``, title]);
  return `# Problems

Every error is an \`application/problem+json\` document (RFC 9457). Its \`type\` is \`${PROBLEM_BASE_URI}<code>\`, and its \`code\` is one of these.
Its \`detail\` says what is wrong with this request and what to change. This page is generated from \`functions/problems.ts\` by \`npm run generate\`.

${table(['status', 'code', 'title', 'may the same request succeed later?'], rows)}

On one machine the gateway answers some by itself. After 502 and 504 nobody knows whether the request took effect. Send it again with the same \`Idempotency-Key\`.

${table(['status', 'code', 'title'], gatewayRows)}
`;
}
