import type { HttpFunctionOptions, HttpHandler, HttpResponseInit } from '@azure/functions';
import { jsonLog } from '../telemetry/log';
import { inNewTrace } from '../telemetry/trace';
import { authenticateCaller, checkAllowed, type HttpDeps } from './access';
import { problemFrom, renderAnswer, renderProblem } from './answer';
import { recordCall, spanOf } from './audit';
import { audited, type KeepsAudit, needsAudit } from './auditTrail';
import type { Caller } from './auth';
import { DEADLINE_MS, withinDeadline } from './deadline';
import type { Endpoint } from './endpoint';
import { answerIn } from './language';
import { type IncomingRequest, idsOf, noSuchId, readRequest } from './request';

/**
 * The Azure Functions handler of an endpoint. It authenticates, parses and calls, and every failure is a problem document.
 * The ids in the path are looked at before anything else, for spans and lines of audit are made of them too.
 */
export const httpHandler =
  <Deps extends HttpDeps & KeepsAudit>(deps: Deps, { spec, handle }: Endpoint<Deps>): HttpHandler =>
  (request, context) => {
    const ids = idsOf(request.params);
    const cause = request.headers.get('traceparent') ?? context.traceContext?.traceParent;
    return inNewTrace(spanOf(spec, ids, context), cause, async () => {
      let caller: Caller | undefined;
      const done = (answer: HttpResponseInit, code = 'none'): HttpResponseInit => {
        recordCall(spec, ids, context, { caller, status: answer.status ?? 200, code });
        return answer;
      };
      try {
        if (ids === undefined) throw noSuchId();
        caller = await authenticateCaller(deps, spec, request);
        checkAllowed(spec, caller);
        const incoming = await readRequest(spec, request, caller);
        const act = () => handle(deps, incoming as IncomingRequest<never, never>);
        const work = audited(deps.audit, { spec, request: incoming, log: jsonLog(context) }, act);
        const answer = await withinDeadline(DEADLINE_MS + incoming.waitMs, work);
        const { language } = incoming;
        const spoken = language === undefined ? answer : answerIn(answer, language);
        return done(await renderAnswer(spoken, request.headers.get('accept-encoding')));
      } catch (error) {
        const problem = problemFrom(error, jsonLog(context), context);
        return done(renderProblem(problem, context), problem.code);
      }
    });
  };

/**
 * How an endpoint is registered. The host refuses routes that begin with `admin`, whatever its route prefix is. So the
 * prefix is empty (host.json), and every route says `api/` itself.
 * Source: https://github.com/Azure/azure-functions-host/issues/1781
 * Throws where staff would change something and it would be kept nowhere.
 */
export const httpOptions = <Deps extends HttpDeps & KeepsAudit>(
  deps: Deps,
  endpoint: Endpoint<Deps>,
): HttpFunctionOptions => {
  const { spec } = endpoint;
  if (needsAudit(spec) && deps.audit === undefined)
    throw new Error(`${spec.method} ${spec.route} is of staff, and there is no audit to keep it.`);
  return {
    methods: [spec.method],
    route: `api/${spec.route}`,
    authLevel: 'anonymous',
    handler: httpHandler(deps, endpoint),
  };
};
