import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../api/client';
import type { Membership } from '../api/types';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import part from '../lending/Loans.module.css';
import { MoreButton } from '../mine/MoreButton';
import { AskDialog } from '../parts/AskDialog';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { useOwnTexts } from '../texts';
import { day, inLanguage, money } from '../texts/format';
import { Benefits } from './Benefits';
import css from './Membership.module.css';
import { MEMBER, membershipsQuery } from './queries';

/** What somebody has joined, and the way out. */
export function Memberships() {
  const t = useOwnTexts().membership;
  const { api } = useApp();
  const memberships = useInfiniteQuery(membershipsQuery(api));
  const items = memberships.data?.pages.flatMap((page) => page.items);
  return (
    <section class={part.part} aria-labelledby="memberships" aria-busy={memberships.isLoading}>
      <h2 id="memberships">{t.yours}</h2>
      {memberships.isError && <ProblemNote error={memberships.error} onRetry={() => memberships.refetch()} />}
      <SlowNote of={memberships} />
      {memberships.isLoading && <Blank letters={24} />}
      {items?.length === 0 && <p class="soft">{t.none}</p>}
      <ul>
        {items?.map((membership) => (
          <MembershipRow key={membership.membershipId} membership={membership} />
        ))}
      </ul>
      {memberships.hasNextPage && <MoreButton onMore={() => memberships.fetchNextPage()} />}
    </section>
  );
}

function MembershipRow({ membership }: { readonly membership: Membership }) {
  const t = useOwnTexts().membership;
  const { config } = useApp();
  const { planName, status, monthlyFee, currency, benefits, startedAt } = membership;
  return (
    <li class={part.item}>
      <h3>{inLanguage(planName)}</h3>
      <span class={css.status} data-status={status}>
        {t.status[status]}
      </span>
      <p class="soft small">
        {t.aMonth(money(monthlyFee, currency))} · {t.since(day(startedAt, config.timeZone))}
      </p>
      {status !== 'ended' && <Benefits benefits={benefits} />}
      <p class="small">
        <HowLong membership={membership} />
      </p>
      {status === 'active' && <Leave membershipId={membership.membershipId} />}
    </li>
  );
}

/** Days of the theatre’s calendar are the same everywhere. */
const onCalendar = (date: string | undefined): string => (date === undefined ? '' : day(date, 'UTC'));

function HowLong({ membership: { status, endsOn, nextBillOn } }: { readonly membership: Membership }) {
  const t = useOwnTexts().membership;
  switch (status) {
    case 'active':
      return <>{t.nextBillOn(onCalendar(nextBillOn))}</>;
    case 'ending':
      return <>{t.goesUntil(onCalendar(endsOn))}</>;
    case 'ended':
      return <>{t.wentUntil(onCalendar(endsOn))}</>;
    default:
      return status satisfies never;
  }
}

function Leave({ membershipId }: Pick<Membership, 'membershipId'>) {
  const t = useOwnTexts().membership;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <p>
      <button type="button" class="link small" onClick={() => setIsAsking(true)}>
        {t.leave}
      </button>
      {isAsking && <LeaveDialog membershipId={membershipId} onClose={() => setIsAsking(false)} />}
    </p>
  );
}

type LeaveProps = Pick<Membership, 'membershipId'> & { readonly onClose: () => void };

/** Asks first. Who sends it again has left already. */
function LeaveDialog({ membershipId, onClose }: LeaveProps) {
  const t = useOwnTexts().membership;
  const { api } = useApp();
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: () =>
      answered(api.DELETE('/memberships/{membershipId}', { params: { path: { membershipId } } })),
    onSuccess: () => {
      announce(t.left);
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: MEMBER }),
  });
  return (
    <AskDialog
      title={t.leaveTitle}
      problem={leaving.isError && <ProblemNote error={leaving.error} />}
      act={leaving}
      words={{ now: t.leave, underWay: t.leaving, not: t.stay }}
      onClose={onClose}
    >
      <p>{t.leaveText}</p>
    </AskDialog>
  );
}
