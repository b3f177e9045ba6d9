import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { asProblem } from '../api/problem';
import type { MembershipPlan } from '../api/types';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import part from '../lending/Loans.module.css';
import { MoreButton } from '../mine/MoreButton';
import { AskDialog } from '../parts/AskDialog';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { LegalLinks } from '../purchase/LegalLinks';
import { useOwnTexts } from '../texts';
import { inLanguage, money } from '../texts/format';
import { Benefits } from './Benefits';
import { join } from './join';
import { MEMBER, membershipsQuery, plansQuery } from './queries';

/** What one can join. Who is a member reads how to change. */
export function Plans() {
  const t = useOwnTexts().membership;
  const { api } = useApp();
  const plans = useInfiniteQuery(plansQuery(api));
  const memberships = useInfiniteQuery(membershipsQuery(api)).data?.pages.flatMap((page) => page.items);
  const isMember = memberships?.some(({ status }) => status !== 'ended');
  const shown = plans.data?.pages.flatMap((page) => page.items);
  return (
    <section class={part.part} aria-labelledby="plans" aria-busy={plans.isLoading}>
      <h2 id="plans">{t.plans}</h2>
      {plans.isError && <ProblemNote error={plans.error} onRetry={() => plans.refetch()} />}
      <SlowNote of={plans} />
      {plans.isLoading && <Blank letters={24} />}
      {shown?.length === 0 && <p class="soft">{t.noPlans}</p>}
      {isMember && <p class="soft">{t.changePlan}</p>}
      <PlanList plans={shown ?? []} canJoin={isMember === false} />
      {plans.hasNextPage && <MoreButton onMore={() => plans.fetchNextPage()} />}
    </section>
  );
}

type ListProps = { readonly plans: readonly MembershipPlan[]; readonly canJoin: boolean };

function PlanList({ plans, canJoin }: ListProps) {
  const [asked, setAsked] = useState<MembershipPlan>();
  const [hasJoined, setHasJoined] = useState(false);
  // The button that was pressed is gone: who has joined goes on reading at the title.
  useEffect(() => {
    if (hasJoined) document.querySelector<HTMLElement>('main h1')?.focus();
  }, [hasJoined]);
  return (
    <>
      <ul>
        {plans.map((plan) => (
          <PlanRow key={plan.planId} plan={plan} onJoin={canJoin ? () => setAsked(plan) : undefined} />
        ))}
      </ul>
      {asked !== undefined && (
        <JoinDialog plan={asked} onClose={() => setAsked(undefined)} onJoined={() => setHasJoined(true)} />
      )}
    </>
  );
}

type RowProps = { readonly plan: MembershipPlan; readonly onJoin: (() => void) | undefined };

function PlanRow({ plan: { name, monthlyFee, currency, benefits }, onJoin }: RowProps) {
  const t = useOwnTexts().membership;
  const called = inLanguage(name);
  return (
    <li class={part.item}>
      <h3>{called}</h3>
      <p class="small">{t.aMonth(money(monthlyFee, currency))}</p>
      <Benefits benefits={benefits} />
      {onJoin && (
        <p>
          <button type="button" class="button quiet" aria-label={t.joinOf(called)} onClick={onJoin}>
            {t.join}
          </button>
        </p>
      )}
    </li>
  );
}

type JoinProps = {
  readonly plan: MembershipPlan;
  readonly onClose: () => void;
  readonly onJoined: () => void;
};

/** What it costs and how it ends is said before somebody joins. */
function JoinDialog({ plan: { planId, name, monthlyFee, currency }, onClose, onJoined }: JoinProps) {
  const t = useOwnTexts().membership;
  const { api } = useApp();
  const queries = useQueryClient();
  const fee = money(monthlyFee, currency);
  const joining = useMutation({
    mutationFn: () => join(api, sessionStorage, planId),
    onSuccess: () => {
      announce(t.joined(inLanguage(name)));
      onClose();
      onJoined();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: MEMBER }),
  });
  return (
    <AskDialog
      title={t.joinTitle(inLanguage(name))}
      problem={joining.isError && <NotJoined error={joining.error} />}
      act={joining}
      words={{ now: t.joinNow(fee), underWay: t.joining, not: t.notNow }}
      onClose={onClose}
    >
      <p>{t.joinCosts(fee)}</p>
      <p>{t.joinEnds}</p>
      <LegalLinks />
    </AskDialog>
  );
}

function NotJoined({ error }: { readonly error: unknown }) {
  const t = useOwnTexts().membership;
  return asProblem(error).code === 'wrong-state' ? (
    <p role="alert">{t.alreadyMember}</p>
  ) : (
    <ProblemNote error={error} />
  );
}
