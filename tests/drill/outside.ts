import { without } from '../faults/breaking';
import { call, eventually, newPerformance, reserve, untilStatus } from '../marquee';
import type { Incident } from './incident';
import {
  buy,
  expect,
  openLog,
  timeline,
  untilHealth,
  untilNonePending,
  untilPending,
  untilWell,
} from './watchful';

/** What is outside goes away: who signs people in, who carries events, who moves money, who carries mail. */

export const identityAway: Incident = {
  name: 'identity’s keys away',
  async run(theatre) {
    const performanceId = await newPerformance(theatre);
    const log = openLog(theatre);
    await without(theatre, 'identity', 'is gone', async () => {
      // A cold start knows no keys: the gateway has no token of its own, the host no key of anybody.
      theatre.system().kill('gateway');
      theatre.system().kill('functions-1');
      await untilHealth(
        theatre,
        ({ status, checks }) =>
          status === 'down' && checks.identity?.status === 'down' && checks.identity.keys === 'none',
      );
      await log.line('identity keys cannot be fetched', 'ERROR');
      const map = await call(`${theatre.urls.api}/performances/${performanceId}/seats`, 'GET', {});
      expect(map.status === 200, 'seat maps are shown without keys');
      const mine = await call(`${theatre.urls.api}/mypage`, 'GET', {
        authorization: `Bearer ${theatre.admin.token}`,
      });
      expect(mine.status === 503, 'a token that cannot be checked is 503');
    });
    await untilWell(theatre);
    await eventually(
      () => theatre.admin.get('/admin/pending'),
      ({ status }) => status === 200,
    );
    return 'health: identity down, keys none; log: identity keys cannot be fetched; seat maps go on';
  },
};

export const eventGridFrozen: Incident = {
  name: 'Event Grid frozen',
  async run(theatre) {
    const performanceId = await newPerformance(theatre);
    const buyer = await theatre.person('frozen');
    const log = openLog(theatre);
    const { reservationId, reason } = await without(theatre, 'eventgrid', 'hangs', async () => {
      const placed = await reserve(buyer, { performanceId, seats: ['A-1-1'] }, { prefer: '' });
      const { reservationId } = placed.body;
      await untilHealth(
        theatre,
        ({ progress = {} }) => progress.unsettledReservations > 0 || progress.oldestUnpublishedSeconds > 0,
      );
      const { reason } = await untilPending(
        theatre,
        'reservation',
        (item) => item.reservationId === reservationId,
      );
      const { awaiting } = await timeline(theatre, reservationId);
      expect(awaiting?.event === 'SeatsHeld', 'the timeline waits for SeatsHeld');
      await log.line('event not published', 'WARN');
      return { reservationId: reservationId as string, reason };
    });
    await untilStatus(buyer, reservationId, 'held', 120_000);
    await untilNonePending(theatre, 'reservation');
    await untilWell(theatre);
    return `health: unsettledReservations; log: event not published; pending: reservation (${reason})`;
  },
};

export const providerStopped: Incident = {
  name: 'payment provider stopped',
  async run(theatre) {
    const performanceId = await newPerformance(theatre);
    const buyer = await theatre.person('no-provider');
    const { body: held } = await reserve(buyer, { performanceId, seats: ['A-1-1'] });
    const paymentKey = await theatre.card(held.reservationId, held.amount);
    const log = openLog(theatre);
    await without(theatre, 'payment', 'is gone', async () => {
      const paid = await buyer.post(`/reservations/${held.reservationId}/payment`, {
        paymentKey,
        amount: held.amount,
      });
      expect(paid.status === 202, `a payment without an answer is 202, not ${paid.status}`);
      await untilHealth(
        theatre,
        ({ status, checks }) => status === 'degraded' && checks.payment?.status === 'degraded',
      );
      await log.line('payment provider does not answer', 'ERROR');
      await untilPending(theatre, 'reservation', (item) => item.reservationId === held.reservationId);
      expect(log.count('payment provider does not answer') === 1, 'the provider is away once in the log');
    });
    await untilStatus(buyer, held.reservationId, 'completed', 120_000);
    await log.line('payment provider answers again');
    await untilNonePending(theatre, 'reservation');
    await untilWell(theatre);
    return 'health: payment degraded; log: payment provider does not answer; pending: reservation';
  },
};

export const mailAway: Incident = {
  name: 'mail away',
  async run(theatre) {
    const performanceId = await newPerformance(theatre);
    const buyer = await theatre.person('no-mail');
    const log = openLog(theatre);
    const reservationId = await without(theatre, 'mail', 'is gone', async () => {
      const { reservationId } = await buy(theatre, buyer, performanceId, 'A-1-1');
      await untilHealth(
        theatre,
        ({ status, checks }) => status === 'degraded' && checks.mail?.status === 'degraded',
      );
      await log.line('mail server does not answer', 'ERROR');
      const item = await untilPending(theatre, 'mail', (one) => one.reservationId === reservationId);
      const { body } = await theatre.admin.get(`/admin/pending/mail/${item.id}`);
      expect(!JSON.stringify(body).includes('no-mail@'), 'no address is shown');
      const { notices } = await timeline(theatre, reservationId);
      expect(notices[0]?.mail === 'pending', 'the timeline says that the mail has not gone');
      return reservationId;
    });
    const { status } = await theatre.admin.post(`/admin/pending/mail/${reservationId}:completed/retry`);
    expect(status === 202 || status === 404, 'a retry is accepted, unless the mail has gone already');
    await eventually(
      async () =>
        (await theatre.mails().catch(() => [])).some(({ to }) => to[0]?.address === 'no-mail@example.com'),
      (has) => has,
      120_000,
    );
    await untilNonePending(theatre, 'mail');
    await untilWell(theatre);
    return 'health: mail degraded; log: mail server does not answer; pending: mail, tried again on demand';
  },
};
