import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { reservationQuery } from '../../api/ownQueries';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { ActNote } from './ActNote';
import css from './Counter.module.css';
import { timelineQuery } from './queries';
import { useCounterTexts } from './texts';
import { useAct } from './useAct';

type Props = {
  readonly reservationId: string;
  readonly n: number;
  /** The money in words, which the button names. */
  readonly owed: string;
};

/** Notes that a refund was paid back by the theatre itself. It needs no key: noted twice it is noted once. */
export function Settle({ reservationId, n, owed }: Props) {
  const t = useCounterTexts();
  const { api } = useApp();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const timeline = useQuery(timelineQuery(api, reservationId));
  const isNoted = timeline.data?.items.some((one) => one.type === 'SettlementBegun' && (one.n ?? 1) === n);
  const act = useAct({
    intent: `settle:${reservationId}:${n}`,
    send: ({ body }: { key: string; body: { note: string } }) =>
      answered(
        api.POST('/admin/reservations/{reservationId}/cancellations/{n}/settlement', {
          params: { path: { reservationId, n: String(n) } },
          body,
        }),
      ),
    onDone: (settled) => {
      // What was paid at the counter is paid back with the note; what a provider has is asked for once more first.
      const status = settled.cancellations.find((one) => one.n === n)?.status ?? 'accepted';
      announce(status === 'accepted' ? t.settled : t.cancellationIs[status]);
      queries.setQueryData(reservationQuery(api, reservationId).queryKey, settled);
      queries.invalidateQueries({ queryKey: timelineQuery(api, reservationId).queryKey });
    },
  });
  if (isNoted === true) return <p class="small">{t.settled}</p>;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!act.isUnanswered) act.run(() => ({ note: note.trim() }));
  };
  return (
    <form class={css.search} onSubmit={submit}>
      <label class="field">
        <span>{t.howPaidBack}</span>
        <input
          required
          maxLength={500}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          autocomplete="off"
        />
      </label>
      {!act.isUnanswered && (
        <button type="submit" class="button quiet" disabled={act.isPending}>
          {t.notePaid(owed)}
        </button>
      )}
      <ActNote act={act} />
    </form>
  );
}
