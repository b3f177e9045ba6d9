import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { redacted, redactedText } from './redact';

/**
 * The trace that runs from the click to the mail. Neither the change feed nor Event Grid carries a trace context, so
 * it is a member of the event (`traceparent`), and each handler goes on from there. Which trace is the current one
 * is known here, with or without an SDK: without one, no span is made and contexts are passed on as they came.
 */

export type Facts = Readonly<Record<string, string | number | boolean>>;

type Scope = {
  readonly traceparent: string | undefined;
  readonly span: Span | undefined;
  /** Also in every log line written below. */
  readonly facts: Record<string, string | number | boolean>;
};

const current = new AsyncLocalStorage<Scope>();
let tracer: Tracer | undefined;

/** Called once, by whoever has somewhere to send spans to. */
export const useTracer = (from: Tracer | undefined): void => {
  tracer = from;
};

const traceIdOf = (traceparent: string | undefined): string | undefined => traceparent?.split('-')[1];

/** What the work belongs to: the current step, when it is of the trace that is asked for, else that trace. */
function parentOf(traceparent: string | undefined): string | undefined {
  const now = current.getStore()?.traceparent;
  if (traceparent === undefined) return now;
  return traceIdOf(now) === traceIdOf(traceparent) ? now : traceparent;
}

/** Runs `work` so that every event it creates carries this W3C traceparent. */
export function withTraceparent<T>(traceparent: string | undefined, work: () => T): T {
  const scope = current.getStore();
  const parent = parentOf(traceparent);
  if (parent === scope?.traceparent) return work();
  return current.run({ traceparent: parent, span: undefined, facts: { ...scope?.facts } }, work);
}

export const currentTraceparent = (): string | undefined => current.getStore()?.traceparent;

/** The context for something that belongs to the trace `of`: the current step of that trace, or where it began. */
export const traceparentWithin = (of: string | undefined): string | undefined => parentOf(of);

/** Facts of the current step, in its span and in the log lines below it: `reservationId` as soon as it is known. */
export function noteFacts(facts: Facts): void {
  const scope = current.getStore();
  if (scope === undefined) return;
  Object.assign(scope.facts, facts);
  scope.span?.setAttributes(redacted(facts) as Attributes);
}

/** What a log line says without being told: the facts of its step, and its trace. */
export function factsOfLog(): Facts {
  const scope = current.getStore();
  if (scope === undefined) return {};
  const traceId = traceIdOf(scope.traceparent);
  return traceId === undefined ? scope.facts : { ...scope.facts, traceId };
}

const KINDS = {
  work: SpanKind.INTERNAL,
  request: SpanKind.SERVER,
  call: SpanKind.CLIENT,
  publish: SpanKind.PRODUCER,
  hear: SpanKind.CONSUMER,
} as const;

export type Step = {
  readonly name: string;
  readonly kind?: keyof typeof KINDS;
  /** The trace it belongs to; by default the current one. From another trace a link leads to the current step. */
  readonly traceparent?: string | undefined;
  readonly facts?: Facts;
};

/** Runs `work` as one step of its trace. A step that throws is shown as failed. */
export function step<T>(
  { name, kind = 'work', traceparent, facts = {} }: Step,
  work: () => Promise<T>,
): Promise<T> {
  const before = current.getStore();
  const parent = parentOf(traceparent);
  const merged = { ...before?.facts, ...facts };
  if (tracer === undefined) {
    return current.run({ traceparent: parent, span: undefined, facts: merged }, work);
  }
  const span = startSpan(tracer, { name, kind, facts: merged }, parent, before?.traceparent);
  const scope: Scope = { traceparent: headerOf(span.spanContext()), span, facts: merged };
  return current.run(scope, () => ended(span, work));
}

async function ended<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = redactedText(error instanceof Error ? error.message : String(error));
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    throw error;
  } finally {
    span.end();
  }
}

/** Marks the current step as failed although it does not throw. */
export const failStep = (message: string): void => {
  current.getStore()?.span?.setStatus({ code: SpanStatusCode.ERROR, message: redactedText(message) });
};

/** A step that many are done in at once, each of its own trace: begun here, ended by what is returned. */
export function beginStep({ name, kind = 'work', traceparent, facts = {} }: Step): {
  readonly traceparent: string | undefined;
  readonly end: () => void;
} {
  if (tracer === undefined) return { traceparent, end: () => {} };
  const span = startSpan(tracer, { name, kind, facts }, traceparent, undefined);
  return { traceparent: headerOf(span.spanContext()), end: () => span.end() };
}

function startSpan(
  from: Tracer,
  { name, kind, facts }: { name: string; kind: keyof typeof KINDS; facts: Facts },
  parent: string | undefined,
  cause: string | undefined,
): Span {
  const parentContext = parent === undefined ? undefined : contextOf(parent);
  const linked = cause === undefined || traceIdOf(cause) === traceIdOf(parent) ? undefined : contextOf(cause);
  return from.startSpan(
    name,
    {
      kind: KINDS[kind],
      attributes: redacted(facts) as Attributes,
      ...(linked === undefined ? {} : { links: [{ context: linked }] }),
    },
    parentContext === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parentContext),
  );
}

/** Source: https://www.w3.org/TR/trace-context/#traceparent-header */
function contextOf(traceparent: string): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = ''] = traceparent.split('-');
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}

const headerOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
