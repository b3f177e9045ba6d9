import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { Dialog } from '../../parts/Dialog';
import { count, shortDayAndTime } from '../../texts/format';
import { Heads } from '../parts/Heads';
import { Scroll } from '../parts/Scroll';
import { StaffProblem } from '../parts/StaffProblem';
import css from './Operations.module.css';
import { type DeadLetter, deadLettersQuery } from './operationsQueries';
import { Runbook } from './Runbook';
import { useOperationsTexts } from './texts';

/** What is put back into its queue: all of it, or some. */
type Replay = { readonly queue: string; readonly eventIds?: readonly string[] };

/** Dead letters by queue, as they are now, with why; all or some go back into their queue. */
export function LettersView() {
  const t = useOperationsTexts().letters;
  const { api } = useApp();
  const letters = useQuery(deadLettersQuery(api));
  const [asked, setAsked] = useState<Replay>();
  const items = letters.data?.items ?? [];
  const queues = [...new Set(items.map(({ queue }) => queue))];
  return (
    <>
      {letters.isError && <StaffProblem error={letters.error} onRetry={() => letters.refetch()} />}
      {letters.isPending && <Blank letters={40} />}
      {letters.data?.items.length === 0 && <p role="status">{t.empty}</p>}
      {queues.map((queue) => (
        <Queue
          key={queue}
          queue={queue}
          items={items.filter((one) => one.queue === queue)}
          onAsk={setAsked}
        />
      ))}
      {asked !== undefined && <ReplayDialog replay={asked} onClose={() => setAsked(undefined)} />}
      <Runbook of="letters" />
    </>
  );
}

type QueueProps = {
  readonly queue: string;
  readonly items: readonly DeadLetter[];
  readonly onAsk: (replay: Replay) => void;
};

function Queue({ queue, items, onAsk }: QueueProps) {
  const t = useOperationsTexts().letters;
  const { config } = useApp();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const there = chosen.filter((id) => items.some(({ eventId }) => eventId === id));
  const toggle = (id: string) =>
    setChosen(there.includes(id) ? there.filter((one) => one !== id) : [...there, id]);
  return (
    <section class="part">
      <div class="bar">
        <h2>{queue}</h2>
        <div class="actions">
          {there.length > 0 && (
            <button type="button" class="button" onClick={() => onAsk({ queue, eventIds: there })}>
              {t.replay(there.length)}
            </button>
          )}
          <button type="button" class="button quiet" onClick={() => onAsk({ queue })}>
            {t.replayQueue(queue)}
          </button>
        </div>
      </div>
      <Scroll label={`${t.caption}: ${queue}`}>
        <table class="table">
          <thead>
            <tr>
              <td />
              <Heads of={[t.type, t.reason, t.deliveries, t.since]} />
            </tr>
          </thead>
          <tbody>
            {items.map(({ eventId, type, reason, deliveryCount, enqueuedAt }) => (
              <tr key={eventId}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={t.choose(eventId)}
                    checked={there.includes(eventId)}
                    onChange={() => toggle(eventId)}
                  />
                </td>
                <th scope="row">{type}</th>
                <td class={css.reason} lang="en">
                  {reason}
                </td>
                <td class="number">{count(deliveryCount)}</td>
                <td class="nowrap">{shortDayAndTime(enqueuedAt, config.timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function ReplayDialog({ replay, onClose }: { readonly replay: Replay; readonly onClose: () => void }) {
  const { letters: t, pending } = useOperationsTexts();
  const { api } = useApp();
  const queries = useQueryClient();
  const { queue, eventIds } = replay;
  const act = eventIds === undefined ? t.replayQueue(queue) : t.replay(eventIds.length);
  const replaying = useMutation({
    mutationFn: () => {
      const body = eventIds === undefined ? {} : { eventIds: [...eventIds] };
      return answered(api.POST('/admin/dead-letters/{queue}/replay', { params: { path: { queue } }, body }));
    },
    onSuccess: async ({ replayed }) => {
      announce(t.replayed(replayed));
      onClose();
      await queries.invalidateQueries({ queryKey: ['dead-letters'] });
    },
  });
  return (
    <Dialog title={t.replayTitle} onClose={onClose}>
      <p>{t.replayText}</p>
      {replaying.isError && <StaffProblem error={replaying.error} />}
      <div class="actions">
        <button type="button" class="button" onClick={() => replaying.isPending || replaying.mutate()}>
          {act}
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {pending.close}
        </button>
      </div>
    </Dialog>
  );
}
