import { placeOf, seatWords } from '../../parts/seatName';
import { useTexts } from '../../texts';
import { time } from '../../texts/format';
import { useDoorTexts } from '../app/texts';
import type { Door } from '../judging/door';
import type { PlacePerformance } from '../kept/store';
import css from './Dialogs.module.css';

type Props = { readonly door: Door; readonly performance: PlacePerformance };

/** Who is in and was not to be, ticket by ticket with all its scans: to be sorted out at the seats. */
export function Conflicts({ door, performance }: Props) {
  const t = useDoorTexts();
  const { place } = useTexts();
  const conflicts = door.list.value?.conflicts ?? [];
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{t.log.conflicts(conflicts.length)}</h2>
      <p>{t.log.conflictsText}</p>
      <ul class={css.list}>
        {conflicts.map(({ ticketId, seatId = '', scans }) => (
          <li key={ticketId} class={css.line}>
            <strong>{seatWords(place, seatId, placeOf(performance.sections, seatId))}</strong>
            {scans.map(({ scanId, scannedAt, storedAt, scanner = '', verdict, offline }) => (
              <span key={scanId}>
                {time(scannedAt ?? storedAt, performance.timeZone)} · {scanner} ·{' '}
                {offline && verdict !== 'admitted' ? t.log.letInOffline : t.verdict[verdict]}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
