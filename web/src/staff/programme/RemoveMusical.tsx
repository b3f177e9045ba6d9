import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { done } from '../../api/client';
import type { Musical } from '../../api/types';
import { useApp } from '../../app/context';
import { Dialog } from '../../parts/Dialog';
import { staffPath } from '../app/paths';
import { StaffProblem } from '../parts/StaffProblem';
import type { WithTag } from './staffQueries';
import { TypedTitle } from './TypedTitle';
import { useProgrammeTexts } from './texts';

/** Takes a musical out of the catalogue, with its title typed. */
export function RemoveMusical({ value: { musicalId, title }, etag }: WithTag<Musical>) {
  const t = useProgrammeTexts().musical;
  const { api } = useApp();
  const { route } = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const removing = useMutation({
    mutationFn: () => {
      const params = { path: { musicalId }, header: { 'If-Match': etag } };
      return done(api.DELETE('/musicals/{musicalId}', { params }));
    },
    onSuccess: () => route(staffPath.programme, true),
  });
  return (
    <>
      <button type="button" class="button danger" onClick={() => setIsOpen(true)}>
        {t.remove}
      </button>
      {isOpen && (
        <Dialog title={t.removeTitle} onClose={() => setIsOpen(false)}>
          <p>{t.removeText}</p>
          {removing.isError && <StaffProblem error={removing.error} />}
          <TypedTitle
            title={title}
            act={t.remove}
            isPending={removing.isPending}
            onAct={() => removing.mutate()}
            onClose={() => setIsOpen(false)}
          />
        </Dialog>
      )}
    </>
  );
}
