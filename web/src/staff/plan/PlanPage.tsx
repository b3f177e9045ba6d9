import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { ApiProblem, asProblem } from '../../api/problem';
import { useApp } from '../../app/context';
import { NotHere } from '../app/NotHere';
import { StaffProblem } from '../parts/StaffProblem';
import { draftOf, isNew } from './drafts';
import { Editing } from './Editing';
import { openEditor } from './editor';
import type { House } from './model/house';
import { NotKeptNote } from './NotKeptNote';
import css from './Plan.module.css';
import { usePlanTexts } from './texts';
import { loadVenue } from './venues';

/** The editor of one house, which goes on with what this device has kept of it. */
export default function PlanPage({ venueId }: { readonly venueId: string }) {
  return <Opened key={venueId} id={venueId} />;
}

function Opened({ id }: { readonly id: string }) {
  const t = usePlanTexts();
  const { api } = useApp();
  const opening = useQuery({
    queryKey: ['house', id],
    queryFn: async () => {
      const draft = await draftOf(id);
      if (isNew(id)) {
        if (draft === undefined) throw new ApiProblem('not-found', 404);
        return { draft, house: undefined };
      }
      const { house, etag } = await loadVenue(api, id);
      const fresh = { draftId: id, etag, house, changedAtMs: 0, key: '' };
      return { draft: draft ?? fresh, house };
    },
    // It is opened once; what is drawn from then on is newer than any answer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  });
  if (opening.data !== undefined) return <Begun key={id} opened={opening.data} />;
  if (!opening.isError)
    return (
      <div class={css.page} aria-busy="true">
        <h1 tabIndex={-1}>{t.loading}</h1>
        <div class={css.canvas} />
      </div>
    );
  return asProblem(opening.error).code === 'not-found' ? (
    <NotHere />
  ) : (
    <StaffProblem error={opening.error} onRetry={() => opening.refetch()} />
  );
}

type Found = { readonly draft: Parameters<typeof openEditor>[0]; readonly house: House | undefined };

function Begun({ opened }: { readonly opened: Found }) {
  const editor = useMemo(() => openEditor(opened.draft, opened.house), []);
  return (
    <>
      <NotKeptNote venueId={editor.draftId} />
      <Editing editor={editor} />
    </>
  );
}
