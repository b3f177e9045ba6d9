import { EVERY_INTERLEAVING, heldBy, type Mutant, mutant } from './patch';

/** What would break the promises of this system, one guard at a time. */
export const ownMutants: readonly Mutant[] = [
  mutant('M1', 'a take-over does not end the old allocation', {
    file: 'functions/musical/seats/domain/takeSeats.decide.ts',
    find: 'end: [...overdue.values()].map(',
    replace: 'end: [...overdue.values()].slice(0, 0).map(',
  }),
  heldBy(
    'functions/musical/seats/usecases/sellSeats.test.ts',
    mutant('M2', 'seats are sold without If-Match', {
      file: 'functions/musical/seats/usecases/sellSeats.ts',
      find: '{ ...known, value: sold }',
      replace: "{ ...known, value: sold, etag: '*' }",
    }),
  ),
  heldBy(
    'functions/reservation/payment/refund.test.ts',
    mutant('M3', 'a refund without a key', {
      file: 'functions/reservation/payment/refund.ts',
      find: 'numbered(String(refundsRefused), n)',
      replace: 'numbered(String(deps.clock.now()), n)',
    }),
  ),
  mutant('M4', 'the projection is trusted for the claim', {
    file: 'functions/musical/seats/usecases/takeSeats.ts',
    find: 'sectionIdOf(sections, seatId), found, now);',
    replace: `sectionIdOf(sections, seatId), 'seats' in command.request ? found : {
      claims: found.claims,
      owners: new Map([...found.owners].map(([id, owner]) => [id, { ...owner, value: { ...owner.value, phase: 'released' as const } }])),
    }, now);`,
  }),
  mutant('M5', 'a change is told before it is stored', {
    file: 'functions/reservation/commit/changeReservation.ts',
    find: '  const nowMs = clock.now();\n  const next = nextReservation(before.value, accepted, heard, isoTime(nowMs));',
    replace: `  const nowMs = clock.now();
  const next = nextReservation(before.value, accepted, heard, isoTime(nowMs));
  await tell(arguments[0] as ChangeDeps, next, publishedFacts({ history: next.history.slice(before.value.history.length) }));`,
  }),
  mutant('M6', 'an end is not final', {
    file: 'functions/musical/seats/usecases/sellSeats.ts',
    find: "if (known.value.phase !== 'reserved')",
    replace: "if (known.value.phase !== 'reserved' && known.value.phase !== 'released')",
  }),
  heldBy(
    'functions/reservation/usecases/payReservation.test.ts',
    mutant('M7', 'the deadline is ignored while paying', {
      file: 'functions/reservation/payment/confirmPayment.ts',
      find: 'if (isoTime(deps.clock.now()) >= sale.expiresAt)',
      replace: 'if (isoTime(deps.clock.now()) === sale.expiresAt)',
    }),
  ),
  heldBy(
    'functions/reservation/domain/payment.decide.test.ts',
    mutant('M8', 'a second paymentKey is accepted while paying', {
      file: 'functions/reservation/domain/payment.decide.ts',
      find: 'return answerToDeclined(reservation.declined ?? [], command) ?? repeated(reservation, command);',
      replace: `return reservation.payment.paymentKey === command.paymentKey
        ? unchanged
        : changed({ status: 'paying', sale: reservation.sale, payment: { ...paymentOf(command), startedAt: now } }, { type: 'PaymentStarted', about: command.paymentKey });`,
    }),
  ),
  mutant('M9', 'the mail goes out before its notice is committed', {
    file: 'functions/notification/usecases/notify.ts',
    find: '  const created = await deps.notices.create(notice);',
    replace: `  if (notice.to !== undefined) {
    await deps.mail({ to: notice.to, subject: notice.subject, text: notice.body, html: '', attachments: [], messageId: \`<\${notice.noticeId.replace(':', '.')}@marquee>\` }).catch(() => undefined);
  }
  const created = await deps.notices.create(notice);`,
  }),
  heldBy(
    'functions/notification/usecases/notify.test.ts',
    mutant('M10', 'a conflict is taken for a notice that exists', {
      file: 'functions/notification/usecases/notify.ts',
      find: '  if (before === undefined) throw',
      replace: "  if (before === undefined && noticeId !== '') return;\n  if (before === undefined) throw",
    }),
  ),
  heldBy(
    'functions/reservation/commit/tell.test.ts',
    mutant('M11', 'what the topic did not take is forgotten', {
      file: 'functions/reservation/commit/tell.ts',
      find: '    await noteUntold(deps, reservationId);',
      replace: "    if (reservationId === '') await noteUntold(deps, reservationId);",
    }),
  ),
  mutant('M12', 'a sold seat can be taken when its hold would have run out', {
    file: 'functions/musical/seats/domain/allocation.ts',
    find: "(allocation.phase === 'hold' || allocation.phase === 'reserved') &&",
    replace:
      "(allocation.phase === 'hold' || allocation.phase === 'reserved' || allocation.phase === 'sold') &&",
  }),
  heldBy(
    'functions/mypage/domain/entry.test.ts',
    mutant('M13', 'the list of a customer shows whatever came last', {
      file: 'functions/mypage/domain/entry.ts',
      find: 'known === undefined || entry.version > known.version;',
      replace: 'known === undefined || entry.version !== known.version;',
    }),
  ),
  heldBy(
    'functions/musical/seats/domain/availability.test.ts',
    mutant('M14', 'the availability does not know which taking is the later', {
      file: 'functions/musical/seats/domain/availability.ts',
      find: '[{ seatId, next: { mark, turn, until } }];',
      replace: '[{ seatId, next: { mark, turn: 1, until } }];',
    }),
  ),
  heldBy(
    'functions/reservation/usecases/sweepPayments.test.ts',
    mutant('M15', 'a payment that was given up is forgotten', {
      file: 'functions/reservation/usecases/sweepReservations.ts',
      find: 'else await sweepWatch(deps, stored);',
      replace: 'else if (stored.value.attempts < 0) await sweepWatch(deps, stored);',
    }),
  ),
  heldBy(
    'functions/musical/seats/usecases/takeSeats.test.ts',
    mutant('M16', 'the limit of a customer is checked, but not counted in the batch', {
      file: 'functions/musical/seats/usecases/takeSeats.ts',
      find: 'count: { ...stored, value: withEntry(count, allocationId, more) } };',
      replace:
        "count: { ...(stored.etag === undefined ? stored : { ...stored, etag: '*' }), value: withEntry(count, allocationId, more) } };",
    }),
  ),
  heldBy(
    'functions/musical/seats/domain/customerCount.test.ts',
    mutant('M62', 'the limit of all that a customer has forgets what was bought', {
      file: 'functions/musical/seats/domain/customerCount.ts',
      find: "if (allocation.phase === 'sold') return",
      replace:
        "if (allocation.phase === 'sold') return undefined;\n  if (allocation.seats.length < 0) return",
    }),
  ),
  heldBy(
    'functions/musical/revocation/usecases/followUpPerformances.test.ts',
    mutant('M17', 'that seats were taken back is told once and never again', {
      file: 'functions/musical/revocation/usecases/followUpPerformances.ts',
      find: 'await deps.seats.revokingAllocations(performanceId);',
      replace: '(await deps.seats.revokingAllocations(performanceId)).slice(0, 0);',
    }),
  ),
  heldBy(
    'functions/reservation/payment/refund.test.ts',
    mutant('M18', 'a refund without an answer is asked for under another key', {
      file: 'functions/reservation/payment/refund.ts',
      find: "if (answer === 'refused') await",
      replace: "if (answer !== 'refunded') await",
    }),
  ),
  heldBy(
    'functions/reservation/payment/refund.test.ts',
    mutant('M19', 'a refusal is not counted: each try repeats it', {
      file: 'functions/reservation/commit/countRefusedRefund.ts',
      find: 'refundsRefused: before + 1 }',
      replace: 'refundsRefused: before }',
    }),
  ),
  heldBy(
    'functions/reservation/commit/store.test.ts',
    mutant('M20', 'an older host strips what a newer one has added', {
      file: 'shared/cosmos/keepUnread.ts',
      find: 'if (unread === undefined) return document;',
      replace: 'if (unread === undefined || own.length >= 0) return document;',
    }),
  ),
  heldBy(
    'functions/reservation/commit/tell.test.ts',
    mutant('M21', 'a message that comes again after a crash tells nothing', {
      file: 'functions/reservation/commit/changeReservation.ts',
      find: 'return toldOnHearing(reservation.history, heard.id);',
      replace: 'return toldOnHearing(reservation.history, heard.id).slice(0, 0);',
    }),
  ),
  heldBy(
    'functions/reservation/commit/tell.test.ts',
    mutant('M23', 'an answer that comes again asks for what came after it again', {
      file: 'functions/reservation/commit/tell.ts',
      find: 'version === undefined ? behind(history, heardAt)',
      replace: 'version !== 0 ? behind(history, heardAt)',
    }),
  ),
  heldBy(
    'functions/reservation/commit/tell.test.ts',
    mutant('M22', 'the sweep takes off a debt that it has not told', {
      file: 'functions/reservation/usecases/sweepReservations.ts',
      find: 'await tell(deps, value, publishedFacts(value));',
      replace: 'await tell(deps, value, publishedFacts(value).slice(0, 1));',
    }),
  ),
  mutant('M24', 'a hold that has run out is renewed', {
    file: 'functions/musical/seats/usecases/renewHold.ts',
    find: 'if (hasEnded(hold) || isOverdue(hold, now))',
    replace: 'if (hasEnded(hold) || isOverdue(hold, now.slice(0, 0)))',
  }),
  heldBy(
    'functions/musical/seats/domain/availability.test.ts',
    mutant('M25', 'a mark’s place is the number of the seat less one', {
      file: 'functions/musical/seats/domain/availability.ts',
      find: '{ index: place.index, next }',
      replace: '{ index: Math.max(0, Number(place.number) - 1), next }',
    }),
  ),
  heldBy(
    EVERY_INTERLEAVING,
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
  ),
  heldBy(
    'functions/musical/seats/usecases/returnSeats.test.ts',
    mutant('M27', 'a return that is told again is made again', {
      file: 'functions/musical/seats/usecases/returnSeats.ts',
      find: "if (isAnswered(known.value, reduced.data)) return 'committed';",
      replace: "if (isAnswered(known.value, { n: -1 })) return 'committed';",
    }),
  ),
  heldBy(
    'functions/musical/seats/usecases/returnSeats.test.ts',
    mutant('M28', 'seats are returned without If-Match', {
      file: 'functions/musical/seats/usecases/returnSeats.ts',
      find: '{ ...known, value: returnSome(',
      replace: "{ ...known, etag: '*', value: returnSome(",
    }),
  ),
  heldBy(
    'functions/reservation/usecases/checkBooks.test.ts',
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
  ),
  mutant('M51', 'what the desk has returned is refunded again', {
    file: 'functions/reservation/payment/refund.ts',
    find: 'const part = { amount: amount - found.refunded,',
    replace: 'const part = { amount: Math.min(amount, found.amount - found.refunded),',
  }),
  heldBy(
    'functions/reservation/usecases/checkBooks.test.ts',
    mutant('M52', 'a refused payment that is captured after all is forgotten', {
      file: 'functions/reservation/domain/books.decide.ts',
      find: 'const strays = [...declined,',
      replace: 'const strays = [...declined.slice(0, 0),',
    }),
  ),
  mutant('M53', 'what the provider says is noted as ours', {
    file: 'shared/payment/difference.ts',
    find: 'if (open === undefined) return doAgree(compared);',
    replace: 'if (open === undefined) return true;',
  }),
  heldBy(
    'functions/reservation/usecases/hearOfSeats.test.ts',
    mutant('M31', 'a move that is heard again is told again', {
      file: 'functions/reservation/domain/seats.decide.ts',
      find: "history.some((entry) => entry.type === 'ReservationMoved' && entry.n === n)",
      replace: "history.some((entry) => entry.type === 'ReservationMoved' && entry.n === n && n < 0)",
    }),
  ),
  heldBy(
    'functions/reservation/domain/fees.test.ts',
    mutant('M32', 'who was told of a move pays the fee of before', {
      file: 'functions/reservation/domain/fees.ts',
      find: 'if (isMoved(sale)) return 0;',
      replace: 'if (isMoved(sale) && lines.length < 0) return 0;',
    }),
  ),
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
    file: 'functions/reservation/domain/underWay.ts',
    find: 'if (first === undefined || awaitsDoor(first) ||',
    replace: 'if (first === undefined || (awaitsDoor(first) && first.refund < 0) ||',
  }),
  heldBy(
    'functions/admission/domain/tickets.decide.test.ts',
    mutant('A5', 'an answer to a cancellation is given anew each time', {
      file: 'functions/admission/domain/tickets.decide.ts',
      find: 'if (answerTo(tickets, n) !== undefined) return tickets;',
      replace: "if (answerTo(tickets, n)?.kind === 'voided') return tickets;",
    }),
  ),
  heldBy(
    'functions/admission/domain/tickets.decide.test.ts',
    mutant('A6', 'what completes late issues tickets to who has cancelled', {
      file: 'functions/admission/domain/tickets.decide.ts',
      find: 'if (version <= tickets.version || tickets.endedAt !== undefined) return tickets;',
      replace: 'if (version <= 0) return tickets;',
    }),
  ),
  mutant('A7', 'a cancellation by staff does not wait for the door', {
    file: 'functions/reservation/domain/reservation.ts',
    find: "(reason === 'customer' || reason === 'theatre') && evenIfAdmitted === undefined",
    replace: "reason === 'customer' && evenIfAdmitted === undefined",
  }),
  mutant('L1', 'the stock is checked and then set', {
    file: 'functions/lending/itemStore.ts',
    find: '[itemWrite(item), slipWrite(slip)]',
    replace: "[itemWrite({ ...item, etag: '*' }), slipWrite(slip)]",
  }),
  heldBy(
    'functions/lending/usecases/lending.test.ts',
    mutant('L2', 'who has something overdue borrows on', {
      file: 'functions/lending/domain/item.decide.ts',
      find: "if (isOverdue) return 'overdue';",
      replace: "if (isOverdue && quantity > 99) return 'overdue';",
    }),
  ),
  heldBy(
    'functions/lending/usecases/lending.test.ts',
    mutant('L3', 'what is returned twice is put back twice', {
      file: 'functions/lending/domain/item.decide.ts',
      find: "if (slip.status !== 'lent') return undefined;",
      replace: "if (slip.status === 'refused') return undefined;",
    }),
  ),
  heldBy(
    'functions/lending/usecases/lending.test.ts',
    mutant(
      'L4',
      'a request that comes again after the return is lent again',
      {
        file: 'functions/lending/usecases/decideLoan.ts',
        find: 'if (known !== undefined) return known.value;',
        replace: "if (known !== undefined && known.value.status !== 'returned') return known.value;",
      },
      {
        file: 'functions/lending/itemStore.ts',
        find: "{ operationType: 'Create' as const, resourceBody: document as never }",
        replace: "{ operationType: 'Upsert' as const, resourceBody: document as never }",
      },
    ),
  ),
  heldBy(
    'functions/reservation/usecases/hearOfSeats.test.ts',
    mutant('M54', 'who is cancelled by the theatre is told when the refund works', {
      file: 'functions/reservation/domain/accepted.ts',
      find: 'isTheatres(cancellation) ? [REVOKED] : []',
      replace: 'isTheatres(cancellation) ? [REVOKED].slice(0, 0) : []',
    }),
  ),
  mutant('M55', 'a hold is reserved at the standard price, whatever was chosen', {
    file: 'functions/musical/seats/domain/price.ts',
    find: 'amount: amountOf(lines, bookingFee),',
    replace: 'amount: amountOf(standard, bookingFee),',
  }),
  heldBy(
    'functions/reservation/usecases/cancelSeats.test.ts',
    mutant('M29', 'a refund that was made before of the same sum is taken for this one', {
      file: 'functions/reservation/domain/underWay.ts',
      find: '[...before, first].reduce(',
      replace: '[...before.slice(0, 0), first].reduce(',
    }),
  ),
  heldBy(
    'functions/reservation/usecases/cancelSeats.test.ts',
    mutant('R1', 'a refund does not wait until the one before it is known', {
      file: 'functions/reservation/domain/underWay.ts',
      find: 'const [first] = openCancellations(reservation);',
      replace: 'const first = openCancellations(reservation).at(-1);',
    }),
  ),
  heldBy(
    'functions/reservation/usecases/cancelSeats.test.ts',
    mutant('R2', 'seats are returned though somebody was let in on one of them', {
      file: 'functions/reservation/domain/tickets.decide.ts',
      find: "withPart(reservation, n, { status: 'put-back' })",
      replace: "withPart(reservation, n, { status: 'refunded' })",
    }),
  ),
  heldBy(
    'functions/reservation/domain/schedule.test.ts',
    mutant('R3', 'nobody looks after some of the seats while the rest is completed', {
      file: 'functions/reservation/domain/schedule.ts',
      find: 'if (open.length > 0) return',
      replace: "if (open.length > 0 && reservation.status !== 'completed') return",
    }),
  ),
  heldBy(
    'functions/reservation/usecases/cancelSeats.test.ts',
    mutant('R4', 'that some of the seats went back is told once and never again', {
      file: 'functions/reservation/domain/schedule.ts',
      find: '!isKnown || !isAllBack(reservation) ||',
      replace: '!isKnown ||',
    }),
  ),
  heldBy(
    'functions/reservation/usecases/cancelSeats.test.ts',
    mutant('R5', 'what the theatre cancels keeps the fee of what its customer was cancelling', {
      file: 'functions/reservation/domain/accepted.ts',
      find: "part.status === 'accepted' && (part.settling === undefined || awaitsDoor(part))",
      replace: "part.status === 'accepted' && part.settling !== undefined && awaitsDoor(part)",
    }),
  ),
  heldBy(
    'functions/musical/seats/domain/allocation.test.ts',
    mutant('C1', 'a withheld seat is sold', {
      file: 'functions/musical/seats/domain/allocation.ts',
      find: "(allocation.phase === 'hold' || allocation.phase === 'reserved') &&",
      replace:
        "(allocation.phase === 'hold' || allocation.phase === 'reserved' || allocation.phase === 'withheld') &&",
    }),
  ),
  heldBy(
    'functions/musical/seats/usecases/withholdSeats.test.ts',
    mutant('C2', 'withheld seats are returned without If-Match', {
      file: 'functions/musical/seats/usecases/returnWithheld.ts',
      find: 'deps.seats.replace({ ...known, value })',
      replace: "deps.seats.replace({ ...known, etag: '*', value })",
    }),
  ),
  mutant('C3', 'a withheld seat is free in the truth of a section, so its map is never right', {
    file: 'functions/musical/seats/domain/availability.ts',
    find: "  withheld: 'w',",
    replace: "  withheld: 'f',",
  }),
  heldBy(
    'functions/musical/seats/usecases/sellAtCounter.test.ts',
    mutant('C4', 'a counter sale of withheld seats that fails puts them on sale', {
      file: 'functions/musical/seats/domain/allocation.decide.ts',
      find: "return isFromWithheld(allocation) ? 'withheld' : 'released';",
      replace: "return 'released';",
    }),
  ),
  heldBy(
    'functions/musical/seats/usecases/sellAtCounter.test.ts',
    mutant('C5', 'a withheld seat is sold though it was returned since it was read', {
      file: 'functions/musical/seats/domain/withheld.decide.ts',
      find: '({ ...giver, value: withoutWithheld(giver.value, named) })',
      replace: "({ ...giver, etag: '*', value: withoutWithheld(giver.value, named) })",
    }),
  ),
  mutant('M60', 'the mail of a sale does not wait for its tickets', {
    file: 'functions/notification/usecases/notify.ts',
    find: 'tickets === undefined ? { ...notice, awaitsTickets: true } : notice, tickets);',
    replace: 'notice, tickets ?? []);',
  }),
  mutant('M61', 'a mail that waits for its tickets is not looked at again', {
    file: 'functions/notification/domain/notice.ts',
    find: '  dueAt: isoTime(nowMs + Math.max(FIRST_ATTEMPT_MS, nowMs - Date.parse(notice.createdAt))),',
    replace:
      '  dueAt: isoTime(nowMs + Math.max(FIRST_ATTEMPT_MS, nowMs - Date.parse(notice.createdAt)) * 1e4),',
  }),
  heldBy(
    'functions/notification/usecases/hearTickets.test.ts',
    mutant('M63', 'a copy of the news that tickets are there mails them too', {
      file: 'functions/notification/usecases/notify.ts',
      find: "  if (kept === 'unchanged') return;",
      replace: "  if (kept === 'unchanged' && version < 0) return;",
    }),
  ),
  heldBy(
    'functions/notification/usecases/hearTickets.test.ts',
    mutant('M64', 'who comes back to a seat by a reseat is mailed its void ticket', {
      file: 'functions/notification/domain/visit.ts',
      find: 'isSame(ticket.reseat, visit.reseats?.[i])',
      replace: 'isSame(undefined, visit.reseats?.[i])',
    }),
  ),
  heldBy(
    EVERY_INTERLEAVING,
    mutant('C6', 'a reseat gives two owners: the allocation is changed without If-Match', {
      file: 'functions/musical/seats/store.ts',
      find: 'replace(own, allocationDocument(reseated)),',
      replace: "replace({ ...own, etag: '*' }, allocationDocument(reseated)),",
    }),
  ),
  heldBy(
    'functions/musical/seats/usecases/reseatSeats.test.ts',
    mutant('C7', 'a reseat that is told again is made again', {
      file: 'functions/musical/seats/usecases/reseatSeats.ts',
      find: 'answers?.some((answer) => answer.n === n);',
      replace: 'answers?.some((answer) => answer.n === n && answer.n < 0);',
    }),
  ),
  heldBy(
    'functions/reservation/domain/dayMoney.test.ts',
    mutant('C8', 'a cancelled seat that came back in the place of another counts as cancelled', {
      file: 'functions/reservation/domain/parts.ts',
      find: 'n > reseatOf(line) && seats.includes(line.seatId)',
      replace: 'n > reseatOf(line) - 1_000 && seats.includes(line.seatId)',
    }),
  ),
  heldBy(
    'functions/admission/domain/tickets.decide.test.ts',
    mutant('C9', 'who was let in can come in again with the ticket of another seat', {
      file: 'functions/admission/domain/tickets.decide.ts',
      find: "status: admitted === undefined ? 'valid' : 'admitted',",
      replace: "status: 'valid',",
    }),
  ),
  heldBy(
    'functions/reservation/domain/dayMoney.test.ts',
    mutant('P1', 'the fee of some of the seats is settled again with the end', {
      file: 'functions/reservation/domain/booked.ts',
      find: 'const fee = cancellation.fee - sum((one) => one.fee);',
      replace: 'const fee = cancellation.fee - sum((one) => one.fee - one.fee);',
    }),
  ),
  heldBy(
    'functions/reservation/domain/dayMoney.test.ts',
    mutant('P2', 'what staff paid back otherwise is settled as a refund, too', {
      file: 'functions/reservation/domain/dayMoney.ts',
      find: 'refunded: refund - otherwise',
      replace: 'refunded: refund - otherwise + otherwise',
    }),
  ),
];
