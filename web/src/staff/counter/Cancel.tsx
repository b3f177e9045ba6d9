import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { cancellationQuery, reservationQuery } from '../../api/ownQueries';
import type { CancellationQuote, Performance, Reservation } from '../../api/types';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { inHouseOrder, placeOf, seatWords } from '../../parts/seatName';
import { useTexts } from '../../texts';
import { money } from '../../texts/format';
import { useMay } from '../app/roles';
import { StaffProblem } from '../parts/StaffProblem';
import type { StaffCancellationBody } from '../types';
import { ActNote } from './ActNote';
import css from './Counter.module.css';
import { type CancelDraft, cancellationBody } from './cancelling';
import { timelineQuery } from './queries';
import { seatsLeft } from './reseating';
import { useCounterTexts } from './texts';
import { useAct } from './useAct';

type Props = { readonly reservation: Reservation; readonly sections: Performance['sections'] };

/** Cancels all of it or some seats, and says before what it costs and what goes back. */
export function Cancel(props: Props) {
  const t = useCounterTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="button danger"
        onClick={() => {
          setIsOpen(true);
          dialog.current?.showModal();
        }}
      >
        {t.cancel}
      </button>
      <dialog ref={dialog} class={css.dialog} aria-labelledby="cancel-title" onClose={() => setIsOpen(false)}>
        {isOpen && <Form {...props} onClose={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

const isPaid = ({ status }: Reservation): boolean => status === 'paid' || status === 'completed';

function Form({ reservation, sections, onClose }: Props & { readonly onClose: () => void }) {
  const t = useCounterTexts();
  const { api } = useApp();
  const queries = useQueryClient();
  const { reservationId, status } = reservation;
  const [all] = useState(() => seatsLeft(reservation));
  const [draft, setDraft] = useState<CancelDraft>({
    seats: all,
    reason: '',
    refund: 'policy',
    paidBack: '',
    evenIfAdmitted: false,
  });
  const some = draft.seats.length < all.length ? [...draft.seats] : undefined;
  const quote = useQuery({
    ...cancellationQuery(api, reservationId, some),
    enabled: draft.seats.length > 0 && isPaid(reservation),
    placeholderData: keepPreviousData,
  });
  const act = useAct({
    intent: `cancel:${reservationId}`,
    send: ({ key, body }: { key: string; body: StaffCancellationBody }) =>
      answered(
        api.POST('/admin/reservations/{reservationId}/cancellation', {
          params: { path: { reservationId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    onDone: (cancelled) => {
      queries.setQueryData(reservationQuery(api, reservationId).queryKey, cancelled);
      queries.invalidateQueries({ queryKey: timelineQuery(api, reservationId).queryKey });
      announce(t.cancelIsAccepted);
      onClose();
    },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    if (!act.isUnanswered) act.run(() => cancellationBody(draft, all));
  };
  return (
    <form onSubmit={submit}>
      <h2 id="cancel-title">{t.cancelTitle}</h2>
      {status === 'completed' && all.length > 1 && (
        <SeatChoice all={all} sections={sections} draft={draft} onDraft={setDraft} />
      )}
      <Beyond draft={draft} onDraft={setDraft} />
      {isPaid(reservation) ? (
        <>
          {quote.isError && <StaffProblem error={quote.error} onRetry={() => quote.refetch()} />}
          {quote.isPending && <Blank letters={24} />}
          {quote.data !== undefined && <Sums quote={quote.data} draft={draft} />}
        </>
      ) : (
        <p>{t.nothingPaid}</p>
      )}
      <Reason draft={draft} onDraft={setDraft} />
      <ActNote act={act} />
      <div class="actions">
        {!act.isUnanswered && (
          <button type="submit" class="button danger" disabled={draft.seats.length === 0 || act.isPending}>
            {t.cancelNow(draft.seats.length)}
          </button>
        )}
        <button type="button" class="button quiet" onClick={onClose}>
          {t.keep}
        </button>
      </div>
    </form>
  );
}

type DraftProps = { readonly draft: CancelDraft; readonly onDraft: (draft: CancelDraft) => void };

function SeatChoice({
  all,
  sections,
  draft,
  onDraft,
}: DraftProps & { readonly all: readonly string[]; readonly sections: Performance['sections'] }) {
  const t = useCounterTexts();
  const { place } = useTexts();
  return (
    <fieldset class={css.seatChoice}>
      <legend>{t.whichSeats}</legend>
      {inHouseOrder(sections, all).map((seatId) => (
        <label key={seatId}>
          <input
            type="checkbox"
            checked={draft.seats.includes(seatId)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onDraft({
                ...draft,
                seats: all.filter((seat) => (seat === seatId ? checked : draft.seats.includes(seat))),
              });
            }}
          />
          {seatWords(place, seatId, placeOf(sections, seatId))}
        </label>
      ))}
    </fieldset>
  );
}

/** What only an admin may: all of it back or nothing, whatever the terms say, and also who is in the house. */
function Beyond({ draft, onDraft }: DraftProps) {
  const t = useCounterTexts();
  if (!useMay()) return null;
  return (
    <fieldset class={css.seatChoice}>
      <legend>{t.refundIs}</legend>
      <div class="choices">
        {(['policy', 'full', 'none'] as const).map((refund) => (
          <label key={refund}>
            <input
              type="radio"
              name="refund"
              checked={draft.refund === refund}
              onChange={() => onDraft({ ...draft, refund })}
            />
            {t.refunds[refund]}
          </label>
        ))}
      </div>
      <label>
        <input
          type="checkbox"
          checked={draft.evenIfAdmitted}
          onChange={(event) => onDraft({ ...draft, evenIfAdmitted: event.currentTarget.checked })}
        />
        {t.evenIfAdmitted}
      </label>
    </fieldset>
  );
}

/** What is kept and what goes back. The terms are the quote's; beyond them it is all or nothing. */
function Sums({
  quote: { fee, refund, currency, allowed },
  draft,
}: {
  readonly quote: CancellationQuote;
  readonly draft: CancelDraft;
}) {
  const t = useCounterTexts();
  if (!allowed && draft.refund === 'policy') return <p>{t.closedByTerms}</p>;
  const back = { policy: refund, full: fee + refund, none: 0 }[draft.refund];
  return (
    <dl class={css.sum}>
      <div>
        <dt>{t.feeKept}</dt>
        <dd>{money(fee + refund - back, currency)}</dd>
      </div>
      <div>
        <dt>{t.goesBack}</dt>
        <dd>
          <strong>{money(back, currency)}</strong>
        </dd>
      </div>
    </dl>
  );
}

function Reason({ draft, onDraft }: DraftProps) {
  const t = useCounterTexts();
  return (
    <>
      <label class="field">
        <span>{t.reason}</span>
        <input
          required
          maxLength={500}
          value={draft.reason}
          onInput={(event) => onDraft({ ...draft, reason: event.currentTarget.value })}
          autocomplete="off"
        />
      </label>
      <label class="field">
        <span>{t.paidBackHow}</span>
        <input
          maxLength={500}
          value={draft.paidBack}
          onInput={(event) => onDraft({ ...draft, paidBack: event.currentTarget.value })}
          autocomplete="off"
        />
        <span class="what">{t.paidBackWhat}</span>
      </label>
    </>
  );
}
