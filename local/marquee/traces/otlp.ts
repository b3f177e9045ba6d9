import { z } from 'zod';

/** The part of OTLP/HTTP's JSON that is kept. Source: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
const anyValue = z.object({
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
  doubleValue: z.number().optional(),
});
const nanos = z.union([z.string(), z.number()]);
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number().optional(),
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  attributes: z.array(z.object({ key: z.string(), value: anyValue })).default([]),
  links: z.array(z.object({ traceId: z.string() })).default([]),
  status: z.object({ code: z.number().optional(), message: z.string().optional() }).default({}),
});
export const exportedSpans = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
});

/** A span as it is kept and shown. Times are milliseconds since the epoch. */
export type ShownSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly linkedTraces: readonly string[];
  readonly failure: string | undefined;
};

const STATUS_ERROR = 2;

export const spansOf = (body: z.infer<typeof exportedSpans>): ShownSpan[] =>
  body.resourceSpans
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap(({ spans }) => spans)
    .map((raw) => ({
      traceId: raw.traceId,
      spanId: raw.spanId,
      parentSpanId: raw.parentSpanId || undefined,
      name: raw.name,
      startMs: Number(raw.startTimeUnixNano) / 1e6,
      endMs: Number(raw.endTimeUnixNano) / 1e6,
      attributes: Object.fromEntries(raw.attributes.map(({ key, value }) => [key, plain(value)])),
      linkedTraces: raw.links.map(({ traceId }) => traceId),
      failure: raw.status.code === STATUS_ERROR ? (raw.status.message ?? 'failed') : undefined,
    }));

const plain = ({ stringValue, boolValue, intValue, doubleValue }: z.infer<typeof anyValue>) =>
  stringValue ?? boolValue ?? doubleValue ?? (intValue === undefined ? '' : Number(intValue));
