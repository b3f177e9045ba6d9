import { CHAPTERS } from './chapters';
import { useOperationsTexts } from './texts';

/** Where it is written what to do. */
export function Runbook({ of }: { readonly of: keyof typeof CHAPTERS }) {
  const t = useOperationsTexts();
  return (
    <p class="part small soft">
      {t.runbook} <span lang="en">docs/operations.md, “{CHAPTERS[of]}”</span>
    </p>
  );
}
