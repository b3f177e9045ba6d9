import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type ApiProblem, asProblem } from '../../api/problem';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { staffPath } from '../app/paths';
import { dropDraft, isNew } from './drafts';
import type { Editor } from './editor';
import { faultsIn } from './model/checks';
import { refusedIn } from './model/pointers';
import { usePlanTexts } from './texts';
import { addVenue, loadVenue, replaceVenue } from './venues';

export type Saving = {
  readonly isBusy: boolean;
  readonly problem: ApiProblem | undefined;
  /** Just now, and nothing has changed since. */
  readonly isDone: boolean;
  readonly save: () => Promise<void>;
  /** Although somebody else has saved it in the meantime. */
  readonly saveOver: () => Promise<void>;
};

/** Saves the house: a new venue, or the venue anew. What the API does not take is shown where it is. */
export function useSaving(editor: Editor): Saving {
  const t = usePlanTexts();
  const { api } = useApp();
  const queries = useQueryClient();
  const { route } = useLocation();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [isDone, setIsDone] = useState(false);
  const send = async (etag: string | undefined) => {
    const house = editor.house.value;
    if (isNew(editor.draftId)) {
      const { venueId, etag: made } = await addVenue(api, house, editor.key());
      await editor.isSaved(house, made);
      await dropDraft(editor.draftId);
      if (editor.house.value === house) route(staffPath.plan(venueId), true);
    } else {
      const saved = await replaceVenue(api, editor.draftId, house, etag ?? '');
      await editor.isSaved(house, saved.etag);
    }
    void queries.invalidateQueries({ queryKey: ['venues'] });
    announce(t.saved);
  };
  const attempt = async (etagOf: () => Promise<string | undefined>) => {
    if (isBusy) return;
    const faults = faultsIn(editor.house.value).length;
    if (faults > 0) {
      announce(t.faultsFirst(faults));
      document.getElementById('findings')?.focus();
      return;
    }
    setIsBusy(true);
    setProblem(undefined);
    try {
      await send(await etagOf());
      setIsDone(true);
    } catch (error) {
      const known = asProblem(error);
      editor.refused.value = refusedIn(editor.house.value, known.errors);
      setProblem(known);
    } finally {
      setIsBusy(false);
    }
  };
  return {
    isBusy,
    problem,
    isDone: isDone && !editor.isChanged.value,
    save: () => attempt(async () => editor.saved.value.etag),
    saveOver: () => attempt(async () => (await loadVenue(api, editor.draftId)).etag),
  };
}
