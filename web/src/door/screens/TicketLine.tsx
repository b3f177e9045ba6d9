import { useState } from 'preact/hooks';
import { placeOf, seatWords } from '../../parts/seatName';
import { useMay } from '../../staff/app/roles';
import { useTexts } from '../../texts';
import { time } from '../../texts/format';
import { useDoorTexts } from '../app/texts';
import type { Door } from '../judging/door';
import type { TicketKnown } from '../judging/list';
import type { PlacePerformance } from '../kept/store';
import css from './Dialogs.module.css';

type Props = { readonly ticket: TicketKnown; readonly door: Door; readonly performance: PlacePerformance };

/** A seat and how its ticket stands. An administrator can take its admission back. */
export function TicketLine({ ticket, door, performance }: Props) {
  const t = useDoorTexts();
  const { place } = useTexts();
  const mayTakeBack = useMay('admin');
  const [outcome, setOutcome] = useState('');
  const { seatId = '', ticketId, status, admittedAt, scanner = '' } = ticket;
  const takeBack = () =>
    door.takeBack(ticketId).then(
      () => setOutcome(t.takenBack),
      () => setOutcome(t.notTakenBack),
    );
  const at = admittedAt === undefined ? '' : time(admittedAt, performance.timeZone);
  return (
    <li class={css.line}>
      <strong>{seatWords(place, seatId, placeOf(performance.sections, seatId))}</strong>
      <span>{status === 'admitted' ? t.status.admitted(at, scanner) : t.status[status]}</span>
      {status === 'admitted' && mayTakeBack && (
        <button type="button" class="link" onClick={takeBack}>
          {t.takeBack}
        </button>
      )}
      <span role="status">{outcome}</span>
    </li>
  );
}
