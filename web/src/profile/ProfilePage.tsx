import { useQuery } from '@tanstack/preact-query';
import { meQuery } from '../api/ownQueries';
import { useApp } from '../app/context';
import { useTitle } from '../app/useTitle';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SignInGate } from '../parts/SignInGate';
import { SlowNote } from '../parts/SlowNote';
import { useOwnTexts } from '../texts';
import { Copy } from './Copy';
import { Erasure } from './Erasure';
import css from './Profile.module.css';
import { ProfileForm } from './ProfileForm';

/** Who a customer is to the theatre: what can be changed, taken along, and erased. */
export default function ProfilePage() {
  return (
    <SignInGate>
      <Profile />
    </SignInGate>
  );
}

function Profile() {
  const t = useOwnTexts().profile;
  const { api } = useApp();
  // What is being written is not written over.
  const me = useQuery({ ...meQuery(api), refetchOnWindowFocus: false, refetchOnReconnect: false });
  useTitle(t.title);
  return (
    <div class={css.page} aria-busy={me.isPending}>
      <header>
        <h1 tabIndex={-1}>{t.title}</h1>
        <p class="soft">{t.lead}</p>
        <SlowNote of={me} />
      </header>
      {me.isError && <ProblemNote error={me.error} onRetry={() => me.refetch()} />}
      {me.isPending && <BlankForm />}
      {me.data !== undefined && <ProfileForm me={me.data} />}
      <Copy />
      <Erasure />
    </div>
  );
}

const BlankForm = () => (
  <div class={css.form}>
    {[8, 16, 6].map((letters) => (
      <p key={letters}>
        <Blank letters={letters} />
      </p>
    ))}
  </div>
);
