import type { ShownSpan } from './otlp';

/** Spans kept in memory. The oldest traces go first. */
const MAX_SPANS = 50_000;
const MAX_LISTED = 200;

export type ShownTrace = {
  readonly traceId: string;
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly reservationId: string | undefined;
  readonly spans: readonly ShownSpan[];
};

/** The traces of this run, in memory. */
export class TraceStore {
  private readonly traces = new Map<string, ShownSpan[]>();
  private count = 0;

  constructor(private readonly maxSpans = MAX_SPANS) {}

  add(spans: readonly ShownSpan[]): void {
    for (const span of spans) {
      const trace = this.traces.get(span.traceId);
      if (trace) trace.push(span);
      else this.traces.set(span.traceId, [span]);
      this.count += 1;
    }
    while (this.count > this.maxSpans) this.dropOldest();
  }

  /** The newest first. With a reservation, only those that name it. */
  list(reservationId?: string): ShownTrace[] {
    const found: ShownTrace[] = [];
    for (const spans of [...this.traces.values()].reverse()) {
      const names = reservationId === undefined || spans.some((span) => isOf(span, reservationId));
      if (names) found.push(toShownTrace(spans));
      if (found.length === MAX_LISTED) break;
    }
    return found;
  }

  private dropOldest(): void {
    const [oldest] = this.traces.keys();
    this.count -= this.traces.get(oldest as string)?.length ?? 0;
    this.traces.delete(oldest as string);
  }
}

const isOf = ({ attributes }: ShownSpan, reservationId: string): boolean =>
  attributes.reservationId === reservationId || attributes.subject === reservationId;

function toShownTrace(unordered: readonly ShownSpan[]): ShownTrace {
  // Of two that began in the same millisecond, the one that holds the other ends later.
  const spans = [...unordered].sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs);
  const [first] = spans as [ShownSpan, ...ShownSpan[]];
  const named = spans.find(({ attributes }) => attributes.reservationId !== undefined);
  return {
    traceId: first.traceId,
    name: first.name,
    startMs: first.startMs,
    endMs: spans.reduce((latest, { endMs }) => Math.max(latest, endMs), first.endMs),
    reservationId: named === undefined ? undefined : String(named.attributes.reservationId),
    spans,
  };
}
