import { Dialog } from '../../parts/Dialog';
import { count, money } from '../../texts/format';
import { useProgrammeTexts } from './texts';
import type { Losses } from './useChanging';

/** Says who would lose seats by a change, and asks once more. */
export function LosingDialog(props: {
  readonly losses: Losses;
  readonly onGoOn: () => void;
  readonly onClose: () => void;
}) {
  const t = useProgrammeTexts().performance;
  const { reservations, seats, refund, currency } = props.losses;
  return (
    <Dialog title={t.loseTitle} onClose={props.onClose}>
      <p>
        <strong>{t.lose(count(reservations), count(seats), money(refund, currency))}</strong>
      </p>
      <div class="actions">
        <button type="button" class="button danger" onClick={props.onGoOn}>
          {t.loseNow}
        </button>
        <button type="button" class="button quiet" onClick={props.onClose}>
          {t.close}
        </button>
      </div>
    </Dialog>
  );
}
