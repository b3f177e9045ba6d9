import { useTexts } from '../texts';

/** Shows what is older. */
export function MoreButton({ onMore }: { readonly onMore: () => void }) {
  return (
    <p>
      <button type="button" class="button quiet" onClick={onMore}>
        {useTexts().mine.more}
      </button>
    </p>
  );
}
