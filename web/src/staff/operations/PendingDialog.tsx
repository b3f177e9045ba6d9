import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { Dialog } from '../../parts/Dialog';
import { useMay } from '../app/roles';
import { Field } from '../parts/Field';
import { StaffProblem } from '../parts/StaffProblem';
import { type Pending, pendingItemQuery } from './operationsQueries';
import { useOperationsTexts } from './texts';

type Props = { readonly item: Pending; readonly onClose: () => void };

/** These settle by themselves, so the API gives none of them up. */
const NOT_DISCARDED = ['refund', 'reservation', 'loan'];

/** What one is about, with personal data hidden, and what can be done: try it again, or give it up with a reason. */
export function PendingDialog({ item, onClose }: Props) {
  const t = useOperationsTexts().pending;
  const isAdmin = useMay('admin');
  const [isDiscarding, setIsDiscarding] = useState(false);
  const retrying = useAsking(item, 'retry', onClose);
  if (isDiscarding) return <Discarding item={item} onClose={onClose} />;
  return (
    <Dialog title={t.detail} onClose={onClose}>
      <p lang="en">{item.reason}</p>
      {isAdmin && <Body item={item} />}
      {retrying.isError && <StaffProblem error={retrying.error} />}
      <div class="actions">
        {isAdmin && (
          <button type="button" class="button" onClick={() => retrying.isPending || retrying.mutate('')}>
            {t.retry}
          </button>
        )}
        {isAdmin && !NOT_DISCARDED.includes(item.kind) && (
          <button type="button" class="button danger" onClick={() => setIsDiscarding(true)}>
            {t.discard}
          </button>
        )}
        <button type="button" class="button quiet" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </Dialog>
  );
}

function Body({ item }: Pick<Props, 'item'>) {
  const t = useOperationsTexts().pending;
  const { api } = useApp();
  const one = useQuery(pendingItemQuery(api, item.kind, item.id));
  if (one.isError) return <StaffProblem error={one.error} onRetry={() => one.refetch()} />;
  if (one.data === undefined) return <Blank letters={30} />;
  if (one.data.body === undefined) return <p class="soft">{t.noBody}</p>;
  return (
    <>
      <pre class="code" lang="en">
        {JSON.stringify(one.data.body, null, 2)}
      </pre>
      <p class="small soft">{t.masked}</p>
    </>
  );
}

function Discarding({ item, onClose }: Props) {
  const t = useOperationsTexts().pending;
  const [reason, setReason] = useState('');
  const discarding = useAsking(item, 'discard', onClose);
  return (
    <Dialog title={t.discardTitle} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!discarding.isPending) discarding.mutate(reason.trim());
        }}
      >
        <p>{t.discardText}</p>
        <Field
          label={t.discardReason}
          required
          minLength={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        {discarding.isError && <StaffProblem error={discarding.error} />}
        <div class="actions">
          <button type="submit" class="button danger" disabled={reason.trim().length < 3}>
            {t.discard}
          </button>
          <button type="button" class="button quiet" onClick={onClose}>
            {t.close}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks the context that has the trouble; it does it within a minute. */
function useAsking({ kind, id }: Pending, action: 'retry' | 'discard', onDone: () => void) {
  const t = useOperationsTexts().pending;
  const { api } = useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => {
      const params = { path: { kind, id } };
      return action === 'retry'
        ? answered(api.POST('/admin/pending/{kind}/{id}/retry', { params }))
        : answered(api.POST('/admin/pending/{kind}/{id}/discard', { params, body: { reason } }));
    },
    onSuccess: async () => {
      announce(t.asked[action]);
      onDone();
      await queries.invalidateQueries({ queryKey: ['pending'] });
    },
  });
}
