import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { done } from '../../api/client';
import { asProblem } from '../../api/problem';
import type { MembershipPlan } from '../../api/types';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { plansQuery } from '../../membership/queries';
import { AskDialog } from '../../parts/AskDialog';
import { inLanguage } from '../../texts/format';
import { StaffProblem } from '../parts/StaffProblem';
import { useMemberTexts } from './texts';

type Props = { readonly plan: MembershipPlan; readonly onClose: () => void };

/** Asks before nobody can join by it any more. Sent again after a lost answer it may be gone already, which is what was asked for. */
export function RemovePlan({ plan: { planId, name }, onClose }: Props) {
  const t = useMemberTexts().removal;
  const { api } = useApp();
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: async () => {
      try {
        await done(api.DELETE('/plans/{planId}', { params: { path: { planId } } }));
      } catch (error) {
        if (asProblem(error).code !== 'not-found') throw error;
      }
    },
    onSuccess: () => {
      announce(t.removed(inLanguage(name)));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: plansQuery(api).queryKey, exact: true }),
  });
  return (
    <AskDialog
      title={t.title(inLanguage(name))}
      problem={removing.isError && <StaffProblem error={removing.error} />}
      act={removing}
      words={{ now: t.remove, not: t.keep }}
      isDangerous
      onClose={onClose}
    >
      <p>{t.text}</p>
    </AskDialog>
  );
}
