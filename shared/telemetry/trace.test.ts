import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import {
  addAttributes,
  beginSpan,
  currentTraceparent,
  inNewTrace,
  inSpan,
  traceparentWithin,
  useTracer,
} from './trace';

const BOUGHT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const OTHER = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const kept = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(kept)] });

beforeEach(() => {
  kept.reset();
  useTracer(provider.getTracer('test'));
});
afterAll(() => useTracer(undefined));

const named = (name: string) => kept.getFinishedSpans().find((span) => span.name === name);

test('a span hangs from the trace it is given, and what it does from it', async () => {
  await inSpan({ name: 'outer', traceparent: BOUGHT }, () => inSpan({ name: 'inner' }, async () => {}));
  expect(named('outer')?.parentSpanContext).toMatchObject({ spanId: 'b7ad6b7169203331' });
  expect(named('inner')?.parentSpanContext?.spanId).toBe(named('outer')?.spanContext().spanId);
  expect(named('inner')?.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c');
});

test('work for another trace goes there, with a link to where it was done', async () => {
  await inSpan({ name: 'request', traceparent: OTHER }, () =>
    inSpan({ name: 'pay', traceparent: BOUGHT }, async () => {
      expect(traceparentWithin(BOUGHT)).toBe(currentTraceparent());
      expect(traceparentWithin(OTHER)).toBe(OTHER);
    }),
  );
  expect(named('pay')?.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c');
  expect(named('pay')?.links[0]?.context.spanId).toBe(named('request')?.spanContext().spanId);
});

test.each(['01', '00'])(
  'a call from outside begins a trace that is kept, with a link to its caller (flags %s)',
  async (flags) => {
    await inNewTrace({ name: 'call' }, OTHER.replace(/01$/, flags), () =>
      inSpan({ name: 'inner' }, async () => {}),
    );
    const call = named('call');
    expect(call?.parentSpanContext).toBeUndefined();
    expect(call?.spanContext().traceId).not.toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(call?.links[0]?.context).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736' });
    expect(named('inner')?.spanContext().traceId).toBe(call?.spanContext().traceId);
  },
);

test.each([undefined, '', 'nonsense', '00-0-0-00'])(
  'a call whose traceparent is %p has no link',
  async (cause) => {
    await inNewTrace({ name: 'call' }, cause, async () => {});
    expect(named('call')?.links).toEqual([]);
  },
);

test('a span that throws is shown as failed, and nothing private of it', async () => {
  const fails = inSpan({ name: 'mail' }, async () => {
    addAttributes({ reservationId: 'r1', email: 'kim@example.com' });
    throw new Error('550 kim@example.com unknown');
  });
  await expect(fails).rejects.toThrow('550');
  expect(named('mail')?.status).toEqual({ code: 2, message: '550 [hidden] unknown' });
  expect(named('mail')?.attributes).toEqual({ reservationId: 'r1', email: '[hidden]' });
});

test('without an SDK contexts are passed on as they came', async () => {
  useTracer(undefined);
  await inSpan({ name: 'a', traceparent: BOUGHT }, async () => expect(currentTraceparent()).toBe(BOUGHT));
  await inNewTrace({ name: 'call' }, OTHER, async () => expect(currentTraceparent()).toBeUndefined());
  expect(beginSpan({ name: 'publish', traceparent: BOUGHT }).traceparent).toBe(BOUGHT);
  expect(kept.getFinishedSpans()).toEqual([]);
});
