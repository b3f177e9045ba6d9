import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { choose, language, useTexts } from '../texts';
import { announcement, notice } from './announce';
import { useApp } from './context';
import { Foot } from './Foot';
import { isOnline } from './network';
import { routes } from './routes';
import css from './Shell.module.css';
import { useSignIn } from './useSignIn';

/** Head and foot of every page, and the live region. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const t = useTexts().app;
  const { config } = useApp();
  const strip = isOnline.value ? notice.value : t.offline;
  return (
    <div class={css.shell}>
      <a class={css.skip} href="#main">
        {t.skipToContent}
      </a>
      <header class={css.head}>
        <div class={css.bar}>
          <a class={css.name} href={routes.programme}>
            {config.theatre}
          </a>
          <nav>
            <ul class={css.links}>
              <Links />
            </ul>
          </nav>
        </div>
      </header>
      <div role="status">
        {strip !== '' && (
          <p class={css.strip}>
            {strip} {!isOnline.value && <a href={routes.mine}>{t.mine}</a>}
          </p>
        )}
      </div>
      <main id="main" class={css.main} tabIndex={-1}>
        {children}
      </main>
      <Foot />
      <p class="unseen" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

function Links() {
  const t = useTexts().app;
  const { session } = useApp();
  const { path } = useLocation();
  const signIn = useSignIn();
  const other = language.value === 'ko' ? 'en' : 'ko';
  const isSignedIn = session.customer.value !== undefined;
  return (
    <>
      <li>
        <button type="button" lang={other} onClick={() => choose(other)}>
          {t.otherLanguage}
        </button>
      </li>
      <li>
        <a href={routes.mine} {...(path === routes.mine ? { 'aria-current': 'page' } : {})}>
          {t.mine}
        </a>
      </li>
      <li>
        {isSignedIn ? (
          <button type="button" onClick={() => session.signOut()}>
            {t.signOut}
          </button>
        ) : (
          <button type="button" onClick={() => signIn()}>
            {t.signIn}
          </button>
        )}
      </li>
    </>
  );
}
