import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { announcement, notice } from '../../app/announce';
import { useApp } from '../../app/context';
import { isOnline } from '../../app/network';
import { useSignIn } from '../../app/useSignIn';
import { choose, language, useTexts } from '../../texts';
import { inLanguage } from '../../texts/format';
import { STAFF } from './paths';
import { mayWith } from './roles';
import { desksFor } from './routes';
import css from './Shell.module.css';
import { useStaffTexts } from './texts';

/** Head and navigation of every page of the staff, and the live region. */
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
        <a class={css.name} href={STAFF}>
          {config.theatre} <span>{useStaffTexts().home.staff}</span>
        </a>
        <Desks />
        <Person />
      </header>
      <div role="status">{strip !== '' && <p class={css.strip}>{strip}</p>}</div>
      <main id="main" class={css.main} tabIndex={-1}>
        {children}
      </main>
      <p class="unseen" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

function Desks() {
  const t = useStaffTexts();
  const { session } = useApp();
  const { path } = useLocation();
  const roles = session.customer.value?.roles ?? [];
  const desks = desksFor((route) => mayWith(roles, route.roles));
  return (
    <nav class={css.nav} aria-label={t.home.desks}>
      <ul>
        {desks.map((route) => (
          <li key={route.desk}>
            <a href={route.path} {...(isIn(path, route.path) ? { 'aria-current': 'page' } : {})}>
              {t.desks[route.desk].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isIn = (path: string, desk: string): boolean => path === desk || path.startsWith(`${desk}/`);

function Person() {
  const t = useTexts().app;
  const { session } = useApp();
  const signIn = useSignIn();
  const other = language.value === 'ko' ? 'en' : 'ko';
  const person = session.customer.value;
  return (
    <ul class={css.person}>
      {person !== undefined && <li class="soft">{inLanguage(person.name)}</li>}
      <li>
        <button type="button" lang={other} onClick={() => choose(other)}>
          {t.otherLanguage}
        </button>
      </li>
      <li>
        {person === undefined ? (
          <button type="button" onClick={() => signIn()}>
            {t.signIn}
          </button>
        ) : (
          <button type="button" onClick={() => session.signOut()}>
            {t.signOut}
          </button>
        )}
      </li>
    </ul>
  );
}
