import { useMutation } from '@tanstack/preact-query';
import { useRef } from 'preact/hooks';
import { done } from '../api/client';
import { asProblem } from '../api/problem';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { routes } from '../app/routes';
import shape from '../parts/Dialog.module.css';
import { ProblemNote } from '../parts/ProblemNote';
import { dropKept } from '../session/dropKept';
import { useOwnTexts } from '../texts';
import css from './Profile.module.css';

/** Asks first, and says what stands against it. Once it is accepted nothing of it stays on this device. */
export function Erasure() {
  const t = useOwnTexts().profile;
  const { api } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const erasing = useMutation({
    mutationFn: () => done(api.DELETE('/me')),
    onSuccess: async () => {
      await dropKept();
      announce(t.asked);
    },
    onSettled: () => dialog.current?.close(),
  });
  return (
    <section class={css.part}>
      <h2>{t.eraseTitle}</h2>
      <p class="soft">{t.eraseText}</p>
      {erasing.isError && <Objection error={erasing.error} />}
      {erasing.isSuccess ? (
        <p class={css.asked}>{t.asked}</p>
      ) : (
        <button type="button" class="button quiet" onClick={() => dialog.current?.showModal()}>
          {t.erase}
        </button>
      )}
      <dialog ref={dialog} class={shape.dialog} aria-labelledby="erase-title">
        <div>
          <h2 id="erase-title">{t.askTitle}</h2>
          <p>{t.askText}</p>
          <div class={css.actions}>
            <button
              type="button"
              class="button"
              aria-disabled={erasing.isPending}
              onClick={() => erasing.isPending || erasing.mutate()}
            >
              {t.eraseNow}
            </button>
            <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
              {t.keep}
            </button>
          </div>
        </div>
      </dialog>
    </section>
  );
}

/** What stands against it, and where to do something about it. */
function Objection({ error }: { readonly error: unknown }) {
  const t = useOwnTexts();
  const because: Readonly<Record<string, string>> = t.profile.because;
  const { reason = '' } = asProblem(error);
  const words = because[reason];
  if (words === undefined) return <ProblemNote error={error} />;
  return (
    <p role="alert" class={css.asked}>
      {words}{' '}
      {reason === 'member' ? (
        <a href={routes.membership}>{t.app.membership}</a>
      ) : (
        <a href={routes.mine}>{t.app.mine}</a>
      )}
    </p>
  );
}
