import {
  call,
  eventually,
  key,
  newPerformance,
  openTheatre,
  pay,
  reserve,
  type Theatre,
  untilStatus,
} from '../marquee';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

type Span = {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly linkedTraces: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
};
type Trace = { readonly traceId: string; readonly spans: readonly Span[] };

/** Who clicks may have a trace of their own already, a page or API Management, and may want nothing to be kept. */
const CLICK = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

const EVERY_STEP = [
  'POST /api/reservations',
  'publish ReservationPlaced',
  'hear ReservationPlaced',
  'publish SeatsHeld',
  'hear SeatsHeld',
  'pay',
  'payment provider confirm',
  'publish PaymentApproved',
  'hear PaymentApproved',
  'publish SeatsSold',
  'hear SeatsSold',
  'publish ReservationCompleted',
  'hear ReservationCompleted',
  'mail',
];

test('one trace holds every step from the click to the mail, and nothing of it is private', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('traced');
  const traceparent = `00-${CLICK.traceId}-${CLICK.spanId}-00`;
  const held = await reserve(buyer, { performanceId, seats: ['A-1-1'] }, { ...key(), traceparent });
  const { reservationId } = held.body;
  expect((await pay(theatre, buyer, held.body)).status).toBe(200);
  await untilStatus(buyer, reservationId, 'completed');

  const traces = async (): Promise<readonly Trace[]> =>
    (await call(`${theatre.urls.traces}/traces?reservationId=${reservationId}`, 'GET', {})).body.traces;
  const missing = (trace: Trace) =>
    EVERY_STEP.filter((step) => !trace.spans.some(({ name }) => name === step));
  const seen = await eventually(traces, (all) => all.some((trace) => missing(trace).length === 0));
  const whole = seen.find((trace) => missing(trace).length === 0);

  const click = whole?.spans.find(({ name }) => name === 'POST /api/reservations');
  expect(whole?.traceId).not.toBe(CLICK.traceId);
  expect(click?.parentSpanId).toBeUndefined();
  expect(click?.linkedTraces).toEqual([CLICK.traceId]);

  const byId = new Map(whole?.spans.map((span) => [span.spanId, span]));
  const causes = (span: Span | undefined): string[] =>
    span === undefined ? [] : [...causes(byId.get(span.parentSpanId ?? '')), span.name];
  // Each step hangs from what caused it: the mail's ancestors are the payment's whole story. Whichever of the sale and its
  // tickets is heard of last has it sent.
  const story = causes(whole?.spans.find(({ name }) => name === 'mail'));
  const ofTickets = ['publish TicketsIssued', 'hear TicketsIssued'];
  expect(story.filter((step) => !ofTickets.includes(step))).toEqual([
    'POST /api/reservations',
    'pay',
    'publish PaymentApproved',
    'hear PaymentApproved',
    'publish SeatsSold',
    'hear SeatsSold',
    'publish ReservationCompleted',
    'hear ReservationCompleted',
    'mail',
  ]);
  const [payment] = (await theatre.payments()).filter(({ orderId }) => orderId === reservationId);
  const everything = JSON.stringify(await traces());
  for (const secret of ['traced@example.com', buyer.token, payment?.paymentKey]) {
    expect(everything).not.toContain(secret);
  }
});
