import { useState } from 'preact/hooks';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { dropKept } from '../session/dropKept';
import { useOwnTexts } from '../texts';
import { dayAndTime, inLanguage } from '../texts/format';
import css from './KeptList.module.css';
import { useKeptTickets } from './useKeptTickets';

/** The tickets that open without a network. */
export function KeptList() {
  const t = useOwnTexts();
  const { config } = useApp();
  const [areDropped, setAreDropped] = useState(false);
  const kept = useKeptTickets() ?? [];
  if (kept.length === 0 || areDropped) return null;
  const onDrop = async () => {
    await dropKept();
    setAreDropped(true);
    announce(t.mine.keptDropped);
  };
  return (
    <section class={css.kept} aria-labelledby="kept">
      <h2 id="kept">{t.mine.kept}</h2>
      <ul>
        {kept.map(({ reservationId, title = t.tickets.title, startsAt, venue, items }) => (
          <li key={reservationId}>
            <a href={pathTo.tickets(reservationId)}>{inLanguage(title)}</a>
            <span class="soft small">
              {[
                startsAt && dayAndTime(startsAt, venue?.timeZone ?? config.timeZone),
                t.mine.seatCount(items.length),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" class="link small" onClick={onDrop}>
        {t.mine.dropKept}
      </button>
    </section>
  );
}
