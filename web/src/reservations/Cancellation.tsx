import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { answered } from '../api/client';
import { cancellationQuery, reservationQuery } from '../api/queries';
import type { CancellationQuote, Reservation } from '../api/types';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { useOwnTexts } from '../texts';
import { money } from '../texts/format';
import css from './Reservation.module.css';

/** The button that cancels: what it costs is told first, in a dialog that says it in money. Later: some of the seats. */
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
      <dialog ref={dialog} class={css.dialog} aria-labelledby="cancel-title" onClose={() => setIsOpen(false)}>
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
  const { api } = useApp();
  const queries = useQueryClient();
  const { reservationId } = reservation;
  const quote = useQuery(cancellationQuery(api, reservationId));
  const cancelling = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/reservations/{reservationId}/cancellation', { params: { path: { reservationId } } }),
      ),
    onSuccess: (cancelled) => {
      queries.setQueryData(reservationQuery(api, reservationId).queryKey, cancelled);
      announce(t.cancelled);
      onClose();
    },
    onError: () => quote.refetch(),
  });
  const isClosed = quote.data?.allowed === false;
  return (
    <div>
      <h2 id="cancel-title">{isClosed ? t.notCancellable : t.cancelTitle}</h2>
      {quote.isError && <ProblemNote error={quote.error} onRetry={() => quote.refetch()} />}
      {quote.isPending && <Blank letters={24} />}
      {isClosed && <p>{t.notCancellableText}</p>}
      {quote.data?.allowed && <Sums reservation={reservation} quote={quote.data} />}
      {cancelling.isError && <ProblemNote error={cancelling.error} />}
      <div class={css.actions}>
        {quote.data?.allowed && (
          <button type="button" class="button" onClick={() => cancelling.isPending || cancelling.mutate()}>
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
        <dd>{money(reservation.amount, reservation.currency)}</dd>
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
