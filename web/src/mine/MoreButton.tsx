import { useOwnTexts } from '../texts';

/** Shows what is older. */
export function MoreButton({ onMore }: { readonly onMore: () => void }) {
  return (
    <p>
      <button type="button" class="button quiet" onClick={onMore}>
        {useOwnTexts().mine.more}
      </button>
    </p>
  );
}
