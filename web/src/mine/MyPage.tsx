import { useInfiniteQuery } from '@tanstack/preact-query';
import { myPageQuery } from '../api/ownQueries';
import { serverNow } from '../api/serverClock';
import { useApp } from '../app/context';
import { routes } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { KeptList } from '../offline/KeptList';
import { Blank, BlankTitle } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SignInGate } from '../parts/SignInGate';
import { heldHere } from '../purchase/heldHere';
import { YourHolds } from '../purchase/YourHolds';
import { useOwnTexts } from '../texts';
import { inLanguage } from '../texts/format';
import { Borrowed } from './Borrowed';
import { EntryRow } from './EntryRow';
import { comingAndEarlier, type Entry } from './groups';
import { Member, Owed } from './Member';
import { MoreButton } from './MoreButton';
import css from './MyPage.module.css';
import { Notices } from './Notices';

/** A customer's reservations, what they owe as a member, what is out of what they borrowed, and what they were told. */
export default function MyPage() {
  const { session } = useApp();
  return (
    <>
      <SignInGate>
        <MyTickets />
      </SignInGate>
      {session.customer.value === undefined && <KeptList />}
    </>
  );
}

/** The read model is about a second behind: one who has just paid sees it without reloading. */
const LOOK_AGAIN_MS = 10_000;

function MyTickets() {
  const t = useOwnTexts();
  const { api, session } = useApp();
  const mine = useInfiniteQuery({ ...myPageQuery(api), refetchInterval: LOOK_AGAIN_MS });
  const entries = mine.data?.pages.flatMap((page) => page.reservations);
  useTitle(t.mine.title);
  return (
    <div class={css.page}>
      <header>
        <h1 tabIndex={-1}>{t.mine.title}</h1>
        <p class="soft">
          {inLanguage(session.customer.value?.name ?? '')} · <a href={routes.profile}>{t.profile.title}</a> ·{' '}
          <a href={routes.membership}>{t.app.membership}</a> · <a href={routes.loans}>{t.lending.title}</a>
        </p>
      </header>
      <div class={css.lists} aria-busy={mine.isPending}>
        {mine.isError && <ProblemNote error={mine.error} onRetry={() => mine.refetch()} />}
        <Owed mine={mine.data?.pages[0]} />
        <Borrowed loans={mine.data?.pages[0]?.loans} />
        {heldHere().map((performanceId) => (
          <YourHolds key={performanceId} performanceId={performanceId} isTitled />
        ))}
        {entries === undefined && (mine.isError || mine.isPaused) && <KeptList />}
        {mine.isPending && !mine.isPaused && <BlankEntries />}
        {entries !== undefined && <Reservations entries={entries} />}
        {mine.hasNextPage && <MoreButton onMore={() => mine.fetchNextPage()} />}
        <Member mine={mine.data?.pages[0]} />
      </div>
      <Notices />
    </div>
  );
}

function Reservations({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useOwnTexts().mine;
  const { coming, earlier } = comingAndEarlier(entries, serverNow());
  if (entries.length === 0)
    return (
      <div class={css.empty}>
        <p>{t.none}</p>
        <p class="soft">{t.noneDo}</p>
        <a class="button" href={routes.programme}>
          {t.seeProgramme}
        </a>
      </div>
    );
  return (
    <>
      <Group title={t.coming} entries={coming} />
      <Group title={t.earlier} entries={earlier} />
    </>
  );
}

function Group({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <EntryRow key={entry.reservationId} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function BlankEntries() {
  const t = useOwnTexts();
  return (
    <section>
      <h2>{t.mine.coming}</h2>
      {[1, 2].map((entry) => (
        <div key={entry} class={css.entry}>
          <h3>
            <BlankTitle letters={10} />
          </h3>
          <p>
            <Blank letters={20} />
          </p>
          <p data-status>
            <Blank letters={5} />
          </p>
        </div>
      ))}
    </section>
  );
}
