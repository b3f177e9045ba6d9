import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Reservation } from '../../api/types';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { dayAndTime } from '../../texts/format';
import { ScrollTable } from '../house/ScrollTable';
import { soon } from '../house/staffSeats';
import { StaffProblem } from '../parts/StaffProblem';
import type { Timeline } from '../types';
import { MailAgain } from './MailAgain';
import { timelineQuery } from './queries';
import { noticeName, SagaPicture } from './SagaPicture';
import { useCounterTexts } from './texts';

/** While it waits for something, more will have happened soon. */
const LOOK_AGAIN_MS = 2_500;

/** What happened to a reservation as a picture, what it waits for, and the notices that went out. */
export function TimelinePart({
  reservation,
  email,
}: {
  readonly reservation: Reservation;
  readonly email: string | undefined;
}) {
  const t = useCounterTexts();
  const { api } = useApp();
  const { reservationId } = reservation;
  const again = soon(LOOK_AGAIN_MS);
  const timeline = useQuery({
    ...timelineQuery(api, reservationId),
    refetchInterval: ({ state }) => (isGoingOn(state.data) ? again() : false),
  });
  return (
    <div>
      <section aria-busy={timeline.isPending}>
        <h2>{t.timeline}</h2>
        {timeline.isError && <StaffProblem error={timeline.error} onRetry={() => timeline.refetch()} />}
        <SlowNote of={timeline} />
        {timeline.isPending && <Blank letters={30} />}
        {timeline.data !== undefined && (
          <>
            <Awaiting of={timeline.data} />
            {timeline.data.why !== undefined && (
              <p class="small" lang="en">
                {timeline.data.why}
              </p>
            )}
            <SagaPicture timeline={timeline.data} />
            {timeline.data.trace?.url !== undefined && (
              <p>
                <a href={timeline.data.trace.url}>{t.trace}</a>
              </p>
            )}
          </>
        )}
      </section>
      {timeline.data !== undefined && timeline.data.notices.length > 0 && (
        <Notices reservationId={reservationId} notices={timeline.data.notices} email={email} />
      )}
    </div>
  );
}

/** Until nothing is waited for, and every mail is out. */
const isGoingOn = (timeline: Timeline | undefined): boolean =>
  timeline !== undefined &&
  ((timeline.awaiting !== undefined && timeline.status !== 'held') ||
    timeline.notices.some(({ mail }) => mail === 'pending'));

function Awaiting({ of: { awaiting, pending } }: { readonly of: Timeline }) {
  const t = useCounterTexts();
  const { config } = useApp();
  const at = (time: string) => dayAndTime(time, config.timeZone);
  if (awaiting === undefined && pending.length === 0) return null;
  return (
    <ul class="small">
      {awaiting !== undefined && (
        <li>
          <span class="state" data-tone="warn">
            {t.waitsFor(
              Object.hasOwn(t.steps, awaiting.event)
                ? ((t.steps as Record<string, string>)[awaiting.event] ?? '')
                : awaiting.event,
            )}
          </span>{' '}
          {t.since(at(awaiting.since), awaiting.attempts)}
          {awaiting.nextCheckAt !== undefined && ` ${t.nextLook(at(awaiting.nextCheckAt))}`}
        </li>
      )}
      {pending.map(({ kind, id, reason, since }) => (
        <li key={`${kind}/${id}`}>
          <strong lang="en">{reason}</strong> {at(since)}
        </li>
      ))}
    </ul>
  );
}

type Notice = Timeline['notices'][number];

function Notices({
  reservationId,
  notices,
  email,
}: {
  readonly reservationId: string;
  readonly notices: readonly Notice[];
  readonly email: string | undefined;
}) {
  const t = useCounterTexts();
  const { config } = useApp();
  const [again, setAgain] = useState<Notice['kind']>();
  return (
    <section class="part">
      <h2>{t.noticesTitle}</h2>
      <ScrollTable label={t.noticesTitle}>
        <tbody>
          {notices.map(({ noticeId, kind, createdAt, mail, mailedAt }) => (
            <tr key={noticeId}>
              <th scope="row">{noticeName(t, kind)}</th>
              <td>
                {t.mailIs[mail]} · {dayAndTime(mailedAt ?? createdAt, config.timeZone)}
              </td>
              <td>
                {kind !== 'not-erased' && kind !== 'completed' && (
                  <button type="button" class="link" onClick={() => setAgain(kind)}>
                    {t.mailAgain}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {again !== undefined && again !== 'not-erased' && (
        <MailAgain reservationId={reservationId} kind={again} email={email} />
      )}
    </section>
  );
}
