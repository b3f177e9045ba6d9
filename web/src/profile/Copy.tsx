import { useMutation } from '@tanstack/preact-query';
import { answered } from '../api/client';
import { useApp } from '../app/context';
import { ProblemNote } from '../parts/ProblemNote';
import { saveFile } from '../parts/saveFile';
import { useOwnTexts } from '../texts';
import css from './Profile.module.css';

/** A file with all that is kept. */
export function Copy() {
  const t = useOwnTexts().profile;
  const { api } = useApp();
  const copying = useMutation({
    mutationFn: () => answered(api.GET('/me', { cache: 'no-store' })),
    onSuccess: (me) => saveFile('marquee.json', 'application/json', JSON.stringify(me, null, 2)),
  });
  return (
    <section class={css.part}>
      <h2>{t.copyTitle}</h2>
      <p class="soft">{t.copyText}</p>
      {copying.isError && <ProblemNote error={copying.error} />}
      <button
        type="button"
        class="button quiet"
        aria-disabled={copying.isPending}
        onClick={() => copying.isPending || copying.mutate()}
      >
        {copying.isPending ? t.copying : t.copy}
      </button>
    </section>
  );
}
