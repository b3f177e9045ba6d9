import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import type { Timeline } from '../types';
import { ActNote } from './ActNote';
import css from './Counter.module.css';
import { timelineQuery } from './queries';
import { useCounterTexts } from './texts';
import { useAct } from './useAct';

type Kind = Exclude<Timeline['notices'][number]['kind'], 'not-erased'>;
type Body = { kind: Kind; email?: string };

type Props = {
  readonly reservationId: string;
  readonly kind: Kind;
  /** To whom it went before; another address can be written in its place. */
  readonly email: string | undefined;
};

/** A notice once more, with the tickets as they are now. */
export function MailAgain({ reservationId, kind, email }: Props) {
  const t = useCounterTexts();
  const { api } = useApp();
  const queries = useQueryClient();
  const [to, setTo] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const address = to ?? email ?? '';
  const act = useAct({
    intent: `notice:${reservationId}:${kind}`,
    send: ({ key, body }: { key: string; body: Body }) =>
      answered(
        api.POST('/admin/reservations/{reservationId}/notices', {
          params: { path: { reservationId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    onDone: () => {
      setSentTo(address);
      announce(t.mailIsSent(address));
      queries.invalidateQueries({ queryKey: timelineQuery(api, reservationId).queryKey });
    },
  });
  const send = (event: Event) => {
    event.preventDefault();
    const other = address === email ? {} : { email: address };
    act.run(() => ({ kind, ...other }));
  };
  return (
    <form class={css.search} onSubmit={send}>
      <label class="field">
        <span>{t.mailTo}</span>
        <input
          type="email"
          required
          value={address}
          onInput={(event) => setTo(event.currentTarget.value)}
          autocomplete="off"
        />
      </label>
      <button type="submit" class="button quiet" disabled={act.isPending}>
        {t.mailAgain}
      </button>
      {sentTo !== undefined && <p class="small">{t.mailIsSent(sentTo)}</p>}
      <ActNote act={act} />
    </form>
  );
}
