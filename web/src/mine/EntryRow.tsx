import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { Moved } from '../parts/Moved';
import css from '../reservations/Reservation.module.css';
import { useOwnTexts } from '../texts';
import { dayAndTime, inLanguage, money } from '../texts/format';
import type { Entry } from './groups';
import mine from './MyPage.module.css';
import { ToPay } from './ToPay';

/** A reservation in the list. */
export function EntryRow({ entry }: { readonly entry: Entry }) {
  const t = useOwnTexts();
  const { config } = useApp();
  const { reservationId, status, title, startsAt, movedFrom, seats, amount, currency } = entry;
  const names: Readonly<Record<string, string>> = t.reservation.name;
  return (
    <li class={mine.entry}>
      <h3>
        <a href={pathTo.reservation(reservationId)}>{title === '' ? t.mine.untitled : inLanguage(title)}</a>
      </h3>
      {startsAt !== null && (
        <p>
          <Moved
            from={movedFrom && dayAndTime(movedFrom.startsAt, config.timeZone)}
            now={dayAndTime(startsAt, config.timeZone)}
          />
        </p>
      )}
      <p class="soft small">
        {t.mine.seatCount(seats.length)}
        {currency !== '' && ` · ${money(amount, currency)}`}
      </p>
      <p class={css.status} data-status={status}>
        {names[status] ?? status}
      </p>
      {status === 'held' && <ToPay reservationId={reservationId} />}
    </li>
  );
}
