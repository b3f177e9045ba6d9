import type { Performance, Reservation } from '../../api/types';
import { useApp } from '../../app/context';
import { seatsInWords } from '../../parts/seatName';
import { useTexts } from '../../texts';
import { dayAndTime, money } from '../../texts/format';
import { Settle } from './Settle';
import { useCounterTexts } from './texts';

type Props = { readonly reservation: Reservation; readonly sections: Performance['sections'] };

/** What was cancelled, what was kept and what went back of it, or is still owed. */
export function Cancellations({ reservation, sections }: Props) {
  const t = useCounterTexts();
  const { place } = useTexts();
  const { config } = useApp();
  const { cancellations, currency, reservationId } = reservation;
  if (cancellations.length === 0) return null;
  return (
    <section class="part">
      <h2>{t.cancellations}</h2>
      <ul class="stack">
        {cancellations.map((one) => (
          <li key={one.n}>
            <p>
              {seatsInWords(place, sections, one.seats)} · {dayAndTime(one.requestedAt, config.timeZone)}
            </p>
            <p class="small">
              {t.because[one.reason]} · {t.feeKept} {money(one.fee, currency)} · {t.goesBack}{' '}
              {money(one.refund, currency)} ·{' '}
              <span class="state" data-tone={one.status === 'accepted' ? 'warn' : 'good'}>
                {t.cancellationIs[one.status]}
              </span>
            </p>
            {one.status === 'accepted' && one.refund > 0 && (
              <Settle reservationId={reservationId} n={one.n} owed={money(one.refund, currency)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
