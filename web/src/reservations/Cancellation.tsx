import { useRef, useState } from 'preact/hooks';
import type { CancellationQuote, Reservation } from '../api/types';
import { Blank } from '../parts/Blank';
import shape from '../parts/Dialog.module.css';
import { ProblemNote } from '../parts/ProblemNote';
import { useOwnTexts } from '../texts';
import { money } from '../texts/format';
import css from './Reservation.module.css';
import { SeatChoice } from './SeatChoice';
import { useCancelling } from './useCancelling';

/** The button that cancels: what it costs is told first, in a dialog that says it in money, of all the seats or of those that are chosen. */
export function Cancellation({ reservation }: { readonly reservation: Reservation }) {
  const t = useOwnTexts().reservation;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = () => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" class="button quiet" onClick={open}>
        {t.cancel}
      </button>
      <dialog
        ref={dialog}
        class={shape.dialog}
        aria-labelledby="cancel-title"
        onClose={() => setIsOpen(false)}
      >
        {isOpen && <Quote reservation={reservation} onClose={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function Quote({
  reservation,
  onClose,
}: {
  readonly reservation: Reservation;
  readonly onClose: () => void;
}) {
  const t = useOwnTexts().reservation;
  const { chosen, choose, quote, cancelling } = useCancelling(reservation, onClose);
  const isClosed = quote.data?.allowed === false;
  return (
    <div>
      <h2 id="cancel-title">{isClosed ? t.notCancellable : t.cancelTitle}</h2>
      {quote.isError && <ProblemNote error={quote.error} onRetry={() => quote.refetch()} />}
      {quote.isPending && <Blank letters={24} />}
      {isClosed && <p>{t.notCancellableText}</p>}
      {isPartly(reservation) && !isClosed && (
        <SeatChoice reservation={reservation} chosen={chosen} onChoose={choose} />
      )}
      {quote.data?.allowed && <Sums reservation={reservation} quote={quote.data} />}
      {cancelling.isError && <ProblemNote error={cancelling.error} />}
      <div class={css.actions}>
        {quote.data?.allowed && (
          <button
            type="button"
            class="button"
            disabled={chosen.length === 0 || quote.isPlaceholderData}
            onClick={() => cancelling.isPending || cancelling.mutate()}
          >
            {isPaid(reservation)
              ? t.cancelNow(money(quote.data.refund, quote.data.currency))
              : t.cancelUnpaid}
          </button>
        )}
        <button type="button" class="button quiet" onClick={onClose}>
          {t.keep}
        </button>
      </div>
    </div>
  );
}

/** Some of the seats can be cancelled while the rest stays. */
const isPartly = ({ status, seats }: Reservation): boolean => status === 'completed' && seats.length > 1;

const isPaid = ({ status }: Reservation): boolean => status === 'paid' || status === 'completed';

function Sums({
  reservation,
  quote,
}: {
  readonly reservation: Reservation;
  readonly quote: CancellationQuote;
}) {
  const t = useOwnTexts().reservation;
  if (!isPaid(reservation)) return <p>{t.unpaidCost}</p>;
  return (
    <dl class={css.facts}>
      <div>
        <dt>{t.paid}</dt>
        <dd>{money(quote.fee + quote.refund, quote.currency)}</dd>
      </div>
      <div>
        <dt>{t.fee}</dt>
        <dd>{money(quote.fee, quote.currency)}</dd>
      </div>
      <div>
        <dt>{t.refund}</dt>
        <dd>{money(quote.refund, quote.currency)}</dd>
      </div>
    </dl>
  );
}
