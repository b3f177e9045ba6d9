import { type Mutant, mutant } from './patch';

/** What would break the promises of this system, one guard at a time. */
export const ownMutants: readonly Mutant[] = [
  mutant('M1', 'a take-over does not end the old allocation', {
    file: 'functions/musical/seats/domain/takeSeats.decide.ts',
    find: 'end: [...overdue.values()].map(',
    replace: 'end: [...overdue.values()].slice(0, 0).map(',
  }),
  mutant('M2', 'seats are sold without If-Match', {
    file: 'functions/musical/seats/usecases/sellSeats.ts',
    find: '{ ...known, value: sold }',
    replace: "{ ...known, value: sold, etag: '*' }",
  }),
  mutant('M3', 'a refund without a key', {
    file: 'functions/reservation/payment/refund.ts',
    find: "digest(['refund', reservationId, paymentKey, String(refundsRefused)], 32)",
    replace: "digest(['refund', reservationId, paymentKey, String(deps.clock.now())], 32)",
  }),
  mutant('M4', 'the projection is trusted for the claim', {
    file: 'functions/musical/seats/usecases/takeSeats.ts',
    find: 'inSection, found, now);',
    replace: `inSection, 'seats' in request ? found : {
      claims: found.claims,
      owners: new Map([...found.owners].map(([id, owner]) => [id, { ...owner, value: { ...owner.value, phase: 'released' as const } }])),
    }, now);`,
  }),
  mutant('M5', 'a change is told before it is stored', {
    file: 'functions/reservation/commit/changeReservation.ts',
    find: '  const nowMs = clock.now();\n  const next = nextReservation(before.value, accepted, heard, isoTime(nowMs));',
    replace: `  const nowMs = clock.now();
  const next = nextReservation(before.value, accepted, heard, isoTime(nowMs));
  await tell(arguments[0] as ChangeDeps, next, accepted.facts.map(({ type }) => type).filter(isPublished));`,
  }),
  mutant('M6', 'an end is not final', {
    file: 'functions/musical/seats/usecases/sellSeats.ts',
    find: "if (known.value.phase !== 'reserved')",
    replace: "if (known.value.phase !== 'reserved' && known.value.phase !== 'released')",
  }),
  mutant('M7', 'the deadline is ignored while paying', {
    file: 'functions/reservation/payment/confirmPayment.ts',
    find: 'if (isoTime(deps.clock.now()) >= sale.expiresAt)',
    replace: 'if (isoTime(deps.clock.now()) === sale.expiresAt)',
  }),
  mutant('M8', 'a second paymentKey is accepted while paying', {
    file: 'functions/reservation/domain/payment.decide.ts',
    find: 'return answerToDeclined(reservation.declined ?? [], command) ?? repeated(reservation, command);',
    replace: `return reservation.payment.paymentKey === command.paymentKey
        ? unchanged
        : changed({ status: 'paying', sale: reservation.sale, payment: { ...paymentOf(command), startedAt: now } }, { type: 'PaymentStarted', about: command.paymentKey });`,
  }),
  mutant('M9', 'the mail goes out before its notice is committed', {
    file: 'functions/notification/usecases/notify.ts',
    find: '  const created = await deps.notices.create(notice);',
    replace: `  if (notice.to !== undefined) {
    await deps.mail({ to: notice.to, subject: notice.subject, text: notice.body, messageId: \`<\${notice.noticeId.replace(':', '.')}@marquee>\` }).catch(() => undefined);
  }
  const created = await deps.notices.create(notice);`,
  }),
  mutant('M10', 'a conflict is taken for a notice that exists', {
    file: 'functions/notification/usecases/notify.ts',
    find: '  if (before === undefined) throw',
    replace: "  if (before === undefined && noticeId !== '') return;\n  if (before === undefined) throw",
  }),
  mutant('M11', 'what the topic did not take is forgotten', {
    file: 'functions/reservation/commit/tell.ts',
    find: '    await noteUntold(deps, reservationId);',
    replace: "    if (reservationId === '') await noteUntold(deps, reservationId);",
  }),
  mutant('M12', 'a sold seat can be taken when its hold would have run out', {
    file: 'functions/musical/seats/domain/allocation.ts',
    find: "(allocation.phase === 'hold' || allocation.phase === 'reserved') && allocation.heldUntil <= now;",
    replace:
      "(allocation.phase === 'hold' || allocation.phase === 'reserved' || allocation.phase === 'sold') && allocation.heldUntil <= now;",
  }),
  mutant('M13', 'the list of a customer shows whatever came last', {
    file: 'functions/mypage/domain/entry.ts',
    find: 'known === undefined || entry.version > known.version;',
    replace: 'known === undefined || entry.version !== known.version;',
  }),
  mutant('M14', 'the availability does not know which taking is the later', {
    file: 'functions/musical/seats/domain/availability.ts',
    find: '[{ seatId, next: { mark, turn, until } }];',
    replace: '[{ seatId, next: { mark, turn: 1, until } }];',
  }),
  mutant('M15', 'a payment that was given up is forgotten', {
    file: 'functions/reservation/usecases/sweepReservations.ts',
    find: 'else await sweepWatch(deps, stored);',
    replace: 'else if (stored.value.attempts < 0) await sweepWatch(deps, stored);',
  }),
  mutant('M16', 'the limit of a customer is checked, but not counted in the batch', {
    file: 'functions/musical/seats/usecases/takeSeats.ts',
    find: 'count: { ...stored, value: withEntry(count, allocationId, more) } };',
    replace:
      "count: { ...(stored.etag === undefined ? stored : { ...stored, etag: '*' }), value: withEntry(count, allocationId, more) } };",
  }),
  mutant('M17', 'that seats were taken back is told once and never again', {
    file: 'functions/musical/revocation/usecases/followUpPerformances.ts',
    find: 'await deps.seats.revokingAllocations(performanceId);',
    replace: '(await deps.seats.revokingAllocations(performanceId)).slice(0, 0);',
  }),
  mutant('M18', 'a refund without an answer is asked for under another key', {
    file: 'functions/reservation/payment/refund.ts',
    find: "if (answer === 'refused') await",
    replace: "if (answer !== 'refunded') await",
  }),
  mutant('M19', 'a refusal is not counted: each try repeats it', {
    file: 'functions/reservation/commit/countRefusedRefund.ts',
    find: 'refundsRefused: before + 1 }',
    replace: 'refundsRefused: before }',
  }),
  mutant('M20', 'an older host strips what a newer one has added', {
    file: 'shared/cosmos/keepUnread.ts',
    find: 'if (unread === undefined) return document;',
    replace: 'if (unread === undefined || own.length >= 0) return document;',
  }),
  mutant('M21', 'a message that comes again after a crash tells nothing', {
    file: 'functions/reservation/commit/changeReservation.ts',
    find: 'return toldOnHearing(reservation.history, heard.id);',
    replace: 'return toldOnHearing(reservation.history, heard.id).slice(0, 0);',
  }),
  mutant('M22', 'the sweep takes off a debt that it has not told', {
    file: 'functions/reservation/usecases/sweepReservations.ts',
    find: 'await tell(deps, value, publishedFacts(value));',
    replace: 'await tell(deps, value, publishedFacts(value).slice(0, 1));',
  }),
  mutant('M24', 'a hold that has run out is renewed', {
    file: 'functions/musical/seats/usecases/renewHold.ts',
    find: 'if (hasEnded(hold) || isOverdue(hold, now))',
    replace: 'if (hasEnded(hold) || isOverdue(hold, now.slice(0, 0)))',
  }),
  mutant('M25', 'a mark’s place is the number of the seat less one', {
    file: 'functions/musical/seats/domain/availability.ts',
    find: '{ index: place.index, next }',
    replace: '{ index: Math.max(0, Number(place.number) - 1), next }',
  }),
  mutant(
    'M26',
    'a seat is free that its owner, read before the claim, does not list',
    {
      file: 'functions/musical/seats/domain/allocation.ts',
      find: 'isOverdue(owner, now) || wasReturned(claim, owner)',
      replace: 'isOverdue(owner, now) || !owner.seats.includes(claim.seatId)',
    },
    {
      file: 'functions/musical/seats/store.ts',
      find: 'return { claims, owners };',
      replace: `const later = await byKey(seatIds, (id) => readDocument(container, id, performanceId, storedClaimSchema, 'claim'));
    return { claims: new Map([...later].filter(([, { value }]) => owners.has(value.allocationId))), owners };`,
    },
  ),
  mutant('M27', 'a return that is told again is made again', {
    file: 'functions/musical/seats/usecases/returnSeats.ts',
    find: "if (isAnswered(known.value, reduced.data)) return 'committed';",
    replace: "if (isAnswered(known.value, { n: -1 })) return 'committed';",
  }),
  mutant('M28', 'seats are returned without If-Match', {
    file: 'functions/musical/seats/usecases/returnSeats.ts',
    find: '{ ...known, value: returnSome(',
    replace: "{ ...known, etag: '*', value: returnSome(",
  }),
  mutant(
    'M50',
    'the webhook is believed: a payment it names counts as captured',
    {
      file: 'functions/reservation/usecases/hearPaymentNoticed.ts',
      find: '  if (stored === undefined) return;\n',
      replace: `  if (stored === undefined) return;
  if (stored.value.status === 'paying') {
    const { paymentKey } = stored.value.payment;
    await changeReservation(deps, stored, (r, now) => paymentApproved(r, paymentKey, now));
    return;
  }
`,
    },
    {
      file: 'functions/reservation/usecases/hearPaymentNoticed.ts',
      find: "import { isInMotion } from '../domain/books.decide';",
      replace: `import { changeReservation } from '../commit/changeReservation';
import { isInMotion } from '../domain/books.decide';
import { paymentApproved } from '../domain/payment.decide';`,
    },
  ),
  mutant('M51', 'what the desk has returned is refunded again', {
    file: 'functions/reservation/payment/refund.ts',
    find: 'const part = { amount: amount - found.refunded,',
    replace: 'const part = { amount: Math.min(amount, found.amount - found.refunded),',
  }),
  mutant('M52', 'a refused payment that is captured after all is forgotten', {
    file: 'functions/reservation/domain/books.decide.ts',
    find: '...declined.map(',
    replace: '...declined.slice(0, 0).map(',
  }),
  mutant('M53', 'what the provider says is noted as ours', {
    file: 'functions/reservation/domain/difference.ts',
    find: 'if (open === undefined) return doAgree(compared);',
    replace: 'if (open === undefined) return true;',
  }),
  mutant('M31', 'a move that is heard again is told again', {
    file: 'functions/reservation/domain/seats.decide.ts',
    find: "history.some((entry) => entry.type === 'ReservationMoved' && entry.n === n)",
    replace: "history.some((entry) => entry.type === 'ReservationMoved' && entry.n === n && n < 0)",
  }),
  mutant('M32', 'who was told of a move pays the fee of before', {
    file: 'functions/reservation/domain/cancellation.decide.ts',
    find: 'if (isMoved(sale)) return 0;',
    replace: 'if (isMoved(sale) && amount < 0) return 0;',
  }),
  mutant('A1', 'a ticket is let in whatever has become of it since it was read', {
    file: 'functions/admission/store.ts',
    find: '[ticketsWrite(changed)]',
    replace: "[ticketsWrite({ ...changed, etag: '*' })]",
  }),
  mutant('A2', 'a verdict is not final', {
    file: 'functions/admission/store.ts',
    find: "{ operationType: 'Create', resourceBody },",
    replace: "{ operationType: 'Upsert', resourceBody },",
  }),
  mutant('A3', 'the ticket of somebody who was let in is voided', {
    file: 'functions/admission/domain/tickets.decide.ts',
    find: 'admitted.length > 0 && !evenIfAdmitted',
    replace: 'admitted.length > 99 && !evenIfAdmitted',
  }),
  mutant('A4', 'the refund does not wait for the door', {
    file: 'functions/reservation/payment/refund.ts',
    find: '!awaitsDoor(stored.value)',
    replace: "(!awaitsDoor(stored.value) || stored.etag !== '')",
  }),
  mutant('A5', 'an answer to a cancellation is given anew each time', {
    file: 'functions/admission/domain/tickets.decide.ts',
    find: 'if (answerTo(tickets, n) !== undefined) return tickets;',
    replace: "if (answerTo(tickets, n)?.kind === 'voided') return tickets;",
  }),
  mutant('A6', 'what completes late issues tickets to who has cancelled', {
    file: 'functions/admission/domain/tickets.decide.ts',
    find: 'if (version <= tickets.version || tickets.endedAt !== undefined) return tickets;',
    replace: 'if (version <= 0) return tickets;',
  }),
  mutant('A7', 'a cancellation by staff does not wait for the door', {
    file: 'functions/reservation/domain/reservation.ts',
    find: "(reason === 'customer' || reason === 'theatre') && evenIfAdmitted === undefined",
    replace: "reason === 'customer' && evenIfAdmitted === undefined",
  }),
  mutant('M54', 'who is cancelled by the theatre is told when the refund works', {
    file: 'functions/reservation/domain/cancellation.decide.ts',
    find: 'isTheatres(cancellation) ? [REVOKED] : []',
    replace: 'isTheatres(cancellation) ? [REVOKED].slice(0, 0) : []',
  }),
  mutant('M55', 'a hold is reserved at the standard price, whatever was chosen', {
    file: 'functions/musical/seats/domain/price.ts',
    find: 'amount: amountOf(lines, bookingFee),',
    replace: 'amount: amountOf(standard, bookingFee),',
  }),
];
