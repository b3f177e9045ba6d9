import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { done } from '../../api/client';
import { asProblem } from '../../api/problem';
import type { Item } from '../../api/types';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { itemsQuery } from '../../lending/queries';
import { AskDialog } from '../../parts/AskDialog';
import { inLanguage } from '../../texts/format';
import { StaffProblem } from '../parts/StaffProblem';
import { useLendingTexts } from './texts';

type Props = { readonly item: Item; readonly onClose: () => void };

/** Asks before something is lent no more. Sent again after a lost answer it may be gone already, which is what was asked for. */
export function RemoveItem({ item: { itemId, name }, onClose }: Props) {
  const t = useLendingTexts().removal;
  const { api } = useApp();
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: async () => {
      try {
        await done(api.DELETE('/items/{itemId}', { params: { path: { itemId } } }));
      } catch (error) {
        if (asProblem(error).code !== 'not-found') throw error;
      }
    },
    onSuccess: () => {
      announce(t.removed(inLanguage(name)));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: itemsQuery(api).queryKey }),
  });
  return (
    <AskDialog
      title={t.title(inLanguage(name))}
      problem={removing.isError && <Refused error={removing.error} />}
      act={removing}
      words={{ now: t.remove, not: t.keep }}
      isDangerous
      onClose={onClose}
    >
      <p>{t.text}</p>
    </AskDialog>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const t = useLendingTexts().removal;
  const { code, body } = asProblem(error);
  return code === 'in-use' ? (
    <p role="alert">{t.stillOut(Number(body.lent))}</p>
  ) : (
    <StaffProblem error={error} />
  );
}
