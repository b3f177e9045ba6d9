import { isDeepStrictEqual } from 'node:util';
import { problemCodesOf } from '../../functions/problemCodes';
import { type ProblemCode, problems } from '../../functions/problems';
import type { EndpointSpec } from '../../shared/http/endpoint';

/** An answer as it reaches a client. `code` is the problem's when it is one. */
export type Answered = { readonly status: number; readonly body: unknown };

/**
 * What is wrong with an answer by the endpoint's own word, or undefined. A body holds what its schema says and nothing
 * else, so a member that was left out of the schema is found, too.
 */
export function faultInAnswer(spec: EndpointSpec, { status, body }: Answered): string | undefined {
  const call = `${spec.method} /${spec.route}`;
  const answer = spec.answers[status];
  if (answer === undefined) return faultInProblem(spec, { status, body });
  if (answer.body === undefined || body === undefined) return undefined;
  const parsed = answer.body.safeParse(body);
  if (!parsed.success)
    return `${call} answers ${status} with what its schema refuses: ${parsed.error.message}`;
  return isDeepStrictEqual(parsed.data, body)
    ? undefined
    : `${call} answers ${status} with more than its schema says: ${JSON.stringify(body)}, not ${JSON.stringify(parsed.data)}`;
}

function faultInProblem(spec: EndpointSpec, { status, body }: Answered): string | undefined {
  const call = `${spec.method} /${spec.route}`;
  const code = (body as { code?: ProblemCode } | undefined)?.code;
  if (code === undefined) return `${call} does not say that it may answer ${status}`;
  if (!problemCodesOf(spec).has(code)) return `${call} does not say that it may answer with ${code}`;
  return problems[code].status === status ? undefined : `${call} answers ${code} with the status ${status}`;
}
