import { useState } from 'preact/hooks';
import type { Fields } from './fields';

export function useFields(initial: Fields) {
  const [fields, setFields] = useState(initial);
  return { fields, set: (changed: Partial<Fields>) => setFields((before) => ({ ...before, ...changed })) };
}
