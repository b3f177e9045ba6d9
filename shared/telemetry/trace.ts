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
import { redactFields, redactText } from './redact';

/**
 * The trace that runs from the click to the mail. Neither the change feed nor Event Grid carries a trace context, so it
 * is a member of the event (`traceparent`), and each handler goes on from there. Which trace is the current one is
 * known here, with or without an SDK. Without one no span is made, and contexts are passed on as they came.
 */

/** What is said of a span, like ids and codes, by their names. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

type Scope = {
  readonly traceparent: string | undefined;
  readonly span: Span | undefined;
  /** Also in every log line written below. */
  readonly attributes: Record<string, string | number | boolean>;
};

const current = new AsyncLocalStorage<Scope>();
let tracer: Tracer | undefined;

/** Called once, by whoever has somewhere to send spans to. */
export const useTracer = (from: Tracer | undefined): void => {
  tracer = from;
};

const traceIdOf = (traceparent: string | undefined): string | undefined => traceparent?.split('-')[1];

/** What the work belongs to. It is the current span when that is of the trace that is asked for, else that trace. */
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
  return current.run({ traceparent: parent, span: undefined, attributes: { ...scope?.attributes } }, work);
}

export const currentTraceparent = (): string | undefined => current.getStore()?.traceparent;

/** The context for something that belongs to the trace `of`. It is the current span of that trace, or where it began. */
export const traceparentWithin = (of: string | undefined): string | undefined => parentOf(of);

/** Adds to the current span and to the log lines written in it. `reservationId` as soon as it is known. */
export function addAttributes(attributes: SpanAttributes): void {
  const scope = current.getStore();
  if (scope === undefined) return;
  Object.assign(scope.attributes, attributes);
  scope.span?.setAttributes(redactFields(attributes) as Attributes);
}

/** What a log line says without being told. It is the attributes of its span, and its trace. */
export function attributesOfLog(): SpanAttributes {
  const scope = current.getStore();
  if (scope === undefined) return {};
  const traceId = traceIdOf(scope.traceparent);
  return traceId === undefined ? scope.attributes : { ...scope.attributes, traceId };
}

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

export type SpanOptions = {
  readonly name: string;
  readonly kind?: keyof typeof KINDS;
  /** The trace it belongs to, by default the current one. From another trace a link leads to the current span. */
  readonly traceparent?: string | undefined;
  readonly attributes?: SpanAttributes;
};

/** Runs `work` in a span of its trace. A span whose work throws is shown as failed. */
export function inSpan<T>(
  { name, kind = 'internal', traceparent, attributes = {} }: SpanOptions,
  work: () => Promise<T>,
): Promise<T> {
  const before = current.getStore();
  const parent = parentOf(traceparent);
  const merged = { ...before?.attributes, ...attributes };
  if (tracer === undefined) {
    return current.run({ traceparent: parent, span: undefined, attributes: merged }, work);
  }
  return runIn(
    startSpan(tracer, { name, kind, attributes: merged }, parent, before?.traceparent),
    merged,
    work,
  );
}

/**
 * Runs `work` in a span that begins a trace. So does every call from outside, because who calls could else switch our
 * trace off or mix it with others. A link leads to `cause`, the caller's own.
 */
export function inNewTrace<T>(
  { name, kind = 'server', attributes = {} }: Omit<SpanOptions, 'traceparent'>,
  cause: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const own = { ...attributes };
  if (tracer === undefined)
    return current.run({ traceparent: undefined, span: undefined, attributes: own }, work);
  return runIn(startSpan(tracer, { name, kind, attributes: own }, undefined, cause), own, work);
}

function runIn<T>(span: Span, attributes: Scope['attributes'], work: () => Promise<T>): Promise<T> {
  const scope: Scope = { traceparent: headerOf(span.spanContext()), span, attributes };
  return current.run(scope, () => endAfter(span, work));
}

async function endAfter<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = redactText(error instanceof Error ? error.message : String(error));
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    throw error;
  } finally {
    span.end();
  }
}

/** Marks the current span as failed although it does not throw. */
export const failSpan = (message: string): void => {
  current.getStore()?.span?.setStatus({ code: SpanStatusCode.ERROR, message: redactText(message) });
};

/**
 * A span for one of many things that are done at once, each of its own trace. It begins here, and what is returned ends
 * it.
 */
export function beginSpan({ name, kind = 'internal', traceparent, attributes = {} }: SpanOptions): {
  readonly traceparent: string | undefined;
  readonly end: () => void;
} {
  if (tracer === undefined) return { traceparent, end: () => {} };
  const span = startSpan(tracer, { name, kind, attributes }, traceparent, undefined);
  return { traceparent: headerOf(span.spanContext()), end: () => span.end() };
}

function startSpan(
  from: Tracer,
  { name, kind, attributes }: { name: string; kind: keyof typeof KINDS; attributes: SpanAttributes },
  parent: string | undefined,
  cause: string | undefined,
): Span {
  const parentContext = parent === undefined ? undefined : contextOf(parent);
  const linked = cause === undefined || traceIdOf(cause) === traceIdOf(parent) ? undefined : contextOf(cause);
  return from.startSpan(
    name,
    {
      kind: KINDS[kind],
      attributes: redactFields(attributes) as Attributes,
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
