import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { staffPath } from '../app/paths';
import { mayWith, type Role } from '../app/roles';
import { AuditView } from './AuditView';
import { BooksView } from './BooksView';
import { HealthView } from './HealthView';
import { LettersView } from './LettersView';
import css from './Operations.module.css';
import { PapersView } from './PapersView';
import { PendingView } from './PendingView';
import { useOperationsTexts } from './texts';

const SELLERS: readonly Role[] = ['admin', 'box-office'];
const ADMIN: readonly Role[] = ['admin'];

/** What there is to look at, and who may. The box office sees of what is pending the refunds alone. */
const VIEWS = {
  health: { roles: SELLERS, View: HealthView },
  pending: { roles: SELLERS, View: PendingView },
  letters: { roles: ADMIN, View: LettersView },
  books: { roles: ADMIN, View: BooksView },
  audit: { roles: ADMIN, View: AuditView },
  papers: { roles: SELLERS, View: PapersView },
} as const;
export type View = keyof typeof VIEWS;

/** Whether the whole works, what is stuck, what was done, and the books. */
export default function Operations({ view = 'health' }: { readonly view?: string }) {
  const t = useOperationsTexts();
  const { session } = useApp();
  const roles = session.customer.value?.roles ?? [];
  const views = (Object.keys(VIEWS) as View[]).filter((name) => mayWith(roles, VIEWS[name].roles));
  const shown = views.find((name) => name === view) ?? 'health';
  const { View } = VIEWS[shown];
  useTitle(`${t.views[shown]} · ${t.title}`);
  return (
    <>
      <div class="bar">
        <h1 tabIndex={-1}>{t.views[shown]}</h1>
        <nav aria-label={t.title}>
          <ul class={css.views}>
            {views.map((name) => (
              <li key={name}>
                <a href={staffPath.operations(name)} {...(name === shown ? { 'aria-current': 'page' } : {})}>
                  {t.views[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <View />
    </>
  );
}
