import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { MembershipPlan } from '../../api/types';
import { useApp } from '../../app/context';
import { plansQuery } from '../../membership/queries';
import { Blank } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { inLanguage, money, percent } from '../../texts/format';
import { useMay } from '../app/roles';
import { ScrollTable } from '../house/ScrollTable';
import { StaffProblem } from '../parts/StaffProblem';
import { ChangePlan, MakePlan } from './PlanForm';
import { RemovePlan } from './RemovePlan';
import { useMemberTexts } from './texts';

/** What is done to a plan. */
type Doing =
  | { readonly kind: 'make' }
  | { readonly kind: 'change' | 'remove'; readonly plan: MembershipPlan };

/** What one can join, what it costs and gives. An admin makes, changes and removes. */
export function Plans() {
  const t = useMemberTexts();
  const { api } = useApp();
  const [doing, setDoing] = useState<Doing>();
  const isAdmin = useMay('admin');
  const plans = useInfiniteQuery(plansQuery(api));
  const all = plans.data?.pages.flatMap((page) => page.items);
  return (
    <div class="part" aria-busy={plans.isLoading}>
      <div class="bar">
        <h2>{t.plans.title}</h2>
        {isAdmin && (
          <button type="button" class="button" onClick={() => setDoing({ kind: 'make' })}>
            {t.plans.make}
          </button>
        )}
      </div>
      {plans.isError && <StaffProblem error={plans.error} onRetry={() => plans.refetch()} />}
      <SlowNote of={plans} />
      {plans.isLoading && <Blank letters={40} />}
      {all?.length === 0 && <p class="soft">{t.plans.none}</p>}
      {all !== undefined && all.length > 0 && <PlanTable plans={all} onDo={isAdmin ? setDoing : undefined} />}
      {plans.hasNextPage && (
        <button type="button" class="button quiet" onClick={() => plans.fetchNextPage()}>
          {t.plans.more}
        </button>
      )}
      <Desk doing={doing} onClose={() => setDoing(undefined)} />
    </div>
  );
}

function Desk({ doing, onClose }: { readonly doing: Doing | undefined; readonly onClose: () => void }) {
  switch (doing?.kind) {
    case undefined:
      return null;
    case 'make':
      return <MakePlan onClose={onClose} />;
    case 'change':
      return <ChangePlan planId={doing.plan.planId} onClose={onClose} />;
    case 'remove':
      return <RemovePlan plan={doing.plan} onClose={onClose} />;
    default:
      return doing satisfies never;
  }
}

type TableProps = {
  readonly plans: readonly MembershipPlan[];
  readonly onDo: ((doing: Doing) => void) | undefined;
};

function PlanTable({ plans, onDo }: TableProps) {
  const t = useMemberTexts().plans;
  return (
    <ScrollTable label={t.title}>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col" class="number">
            {t.fee}
          </th>
          <th scope="col">{t.presale}</th>
          <th scope="col" class="number">
            {t.percentOff}
          </th>
          {onDo && (
            <th scope="col">
              <span class="unseen">{t.change}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.planId}>
            <th scope="row">{inLanguage(plan.name)}</th>
            <td class="number">{money(plan.monthlyFee, plan.currency)}</td>
            <td>{plan.benefits.presale ? t.yes : t.no}</td>
            <td class="number">
              {plan.benefits.percentOff === undefined ? t.no : percent(plan.benefits.percentOff)}
            </td>
            {onDo && (
              <td>
                <Doings plan={plan} onDo={onDo} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

type DoingsProps = { readonly plan: MembershipPlan; readonly onDo: (doing: Doing) => void };

function Doings({ plan, onDo }: DoingsProps) {
  const t = useMemberTexts().plans;
  const name = inLanguage(plan.name);
  return (
    <div class="actions">
      <button
        type="button"
        class="button quiet"
        aria-label={t.changeOf(name)}
        onClick={() => onDo({ kind: 'change', plan })}
      >
        {t.change}
      </button>
      <button
        type="button"
        class="button danger"
        aria-label={t.removeOf(name)}
        onClick={() => onDo({ kind: 'remove', plan })}
      >
        {t.remove}
      </button>
    </div>
  );
}
