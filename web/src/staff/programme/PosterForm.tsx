import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Musical } from '../../api/types';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { Poster } from '../../parts/Poster';
import { StaffProblem } from '../parts/StaffProblem';
import { staffFetch } from '../parts/staffFetch';
import css from './Programme.module.css';
import type { WithTag } from './staffQueries';
import { useProgrammeTexts } from './texts';

/** The poster as buyers see it, and the way to give it another. */
export function PosterForm({ value: musical, etag }: WithTag<Musical>) {
  const t = useProgrammeTexts().musical;
  const app = useApp();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const sending = useMutation({
    mutationFn: (poster: File) =>
      staffFetch(app, `/musicals/${encodeURIComponent(musical.musicalId)}/poster`, {
        method: 'PUT',
        headers: { 'Content-Type': poster.type, 'If-Match': etag },
        body: poster,
      }),
    onSuccess: async () => {
      announce(t.posterSaved);
      await queries.invalidateQueries();
    },
  });
  return (
    <form
      class={css.poster}
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== undefined && !sending.isPending) sending.mutate(file);
      }}
    >
      <Poster url={musical.posterUrl} title={musical.title} key={musical.posterUrl} />
      <label class="field">
        <span>{t.poster}</span>
        <input
          type="file"
          required
          accept="image/jpeg,image/png,image/webp"
          onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
        />
        <span class="what">{t.posterWhat}</span>
      </label>
      {sending.isError && <StaffProblem error={sending.error} />}
      <button type="submit" class="button quiet" aria-disabled={sending.isPending}>
        {t.posterSend}
      </button>
      {sending.isSuccess && <p role="status">{t.posterSaved}</p>}
    </form>
  );
}
