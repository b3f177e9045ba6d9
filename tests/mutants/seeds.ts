import { type Mutant, mutant } from './patch';

/** The known bugs of the systems this one grew out of, in the form they would take here. */
export const seedMutants: readonly Mutant[] = [
  mutant('B1', 'a refund never frees the seat', {
    file: 'functions/musical/seats/domain/allocation.decide.ts',
    find: 'phase: endOf(allocation),',
    replace: 'phase: refund > 0 ? allocation.phase : endOf(allocation),',
  }),
  mutant('B2', '"completed" is announced before the seat is decided', {
    file: 'functions/reservation/domain/payment.decide.ts',
    find: "return changed({ status: 'paid', sale, payment }, { type: 'PaymentApproved' });",
    replace:
      "return changed({ status: 'completed', sale, payment }, { type: 'PaymentApproved' }, { type: 'ReservationCompleted' });",
  }),
  mutant('B3', 'the success event has no subscriber', {
    file: 'shared/subscriptions.json',
    find: '"SeatsSold": ["reservation"]',
    replace: '"SeatsSold": []',
  }),
  mutant('B4', 'a seat does not remember its owner, so a redelivered request rejects itself', {
    file: 'functions/musical/seats/usecases/reserveSeats.ts',
    find: "if (allocation.phase !== 'hold') return allocation;",
    replace:
      "if (allocation.phase !== 'hold') return { ...allocation, phase: 'refused', refusal: { code: 'seat-taken', taken: allocation.seats } };",
  }),
  mutant('B5', 'events are published though what they tell of is rolled back', {
    file: 'functions/musical/seats/usecases/sellSeats.ts',
    find: '    const sold = sell(known.value);',
    replace: `    const sold = sell(known.value);
    await publish(deps.publisher, [answerTo(approved, sold, isoTime(deps.clock.now()))]);`,
  }),
  mutant('B6', 'check, then set, with no version', {
    file: 'functions/musical/seats/store.ts',
    find: '...created.map((claim) => create(claimDocument(performanceId, claim))),',
    replace:
      "...created.map((claim) => ({ ...create(claimDocument(performanceId, claim)), operationType: 'Upsert' }) as OperationInput),",
  }),
  mutant('B7', 'no payment at all', {
    file: 'functions/reservation/payment/confirmPayment.ts',
    find: 'const answer = await deps.payments.confirm({ paymentKey, orderId: reservationId, amount: sale.amount });',
    replace:
      "const answer = paymentKey === '' ? ({ kind: 'unknown' } as const) : ({ kind: 'approved', currency: sale.currency } as const);",
  }),
  mutant('B8', 'each replica has a database of its own (of idempotency keys)', {
    file: 'shared/cosmos/idempotency.ts',
    find: '  if (request.key === undefined) return newId();',
    replace: `  if (request.key === undefined) return newId();
  const replica = container as unknown as { own?: Map<string, string> };
  replica.own ??= new Map();
  const given = replica.own.get(request.customerId + request.key) ?? newId();
  replica.own.set(request.customerId + request.key, given);
  if (replica.own.size > 0) return given;`,
  }),
];
